package org.witan.support.web;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.Deed.Verb;
import org.witan.access.OpenTo;
import org.witan.access.ProvenPresence;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Wording;
import org.witan.site.file.Sheet;
import org.witan.support.Moving;
import org.witan.support.Moving.Debt;

/// Which landlord owes which a property: on a page, and as a file.
@Controller
class LedgerController {
    private final Moving moving;
    private final SupportFile file;
    private final Wording words;

    LedgerController(Moving moving, SupportFile file, Wording words) {
        this.moving = moving;
        this.file = file;
        this.words = words;
    }

    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/ledger")
    ModelAndView ledger(Viewer viewer) {
        return new ModelAndView(
                "support/ledger",
                "page",
                moving.ledger(viewer, Verb.LIST).stream().map(this::line).toList());
    }

    @ProvenPresence
    @OpenTo({Role.IDVA, Role.COORDINATOR, Role.SUPPORT_WORKER})
    @GetMapping("/support/ledger.csv")
    ResponseEntity<byte[]> export(Viewer viewer) {
        return file.of(
                "support-ledger",
                "support.ledger.file",
                List.of("debtor", "creditor", "properties"),
                moving.ledger(viewer, Verb.EXPORT).stream()
                        .map(one ->
                                List.of(Sheet.words(one.debtor()), Sheet.words(one.creditor()), Sheet.number((double)
                                        one.properties())))
                        .toList());
    }

    private String line(Debt debt) {
        return words.the("support.ledger.line", debt.debtor(), debt.creditor(), debt.properties());
    }
}
