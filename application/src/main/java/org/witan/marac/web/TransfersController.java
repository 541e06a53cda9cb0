package org.witan.marac.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.witan.access.OpenTo;
import org.witan.access.ProvenPresence;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.ReceivingTransfers;
import org.witan.marac.Transfer;
import org.witan.marac.TransferStep;
import org.witan.marac.TransferWhy;
import org.witan.marac.Transferring;
import org.witan.shared.Identity;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.FormPage;
import org.witan.site.FormPage.Control;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// Hands cases to other MARACs: begins, shows what goes, makes the sealed file, and asks until it is known there.
@Controller
class TransfersController {
    private static final String FORM = "marac.transfer.new";
    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final int LINE = 200;
    private static final int WORDS = 5000;
    private static final int REMARK = 2000;
    private final Transferring transferring;
    private final ReceivingTransfers receiving;
    private final TransferPages pages;
    private final TransferText text;
    private final SealedPage sealedPage;
    private final Wording words;
    private final Clock clock;

    TransfersController(
            Transferring transferring,
            ReceivingTransfers receiving,
            TransferPages pages,
            TransferText text,
            SealedPage sealedPage,
            Wording words,
            Clock clock) {
        this.transferring = transferring;
        this.receiving = receiving;
        this.pages = pages;
        this.text = text;
        this.sealedPage = sealedPage;
        this.words = words;
        this.clock = clock;
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/transfers")
    ModelAndView list(Viewer viewer) {
        return new ModelAndView(
                "marac/transfers", "page", pages.list(transferring.list(viewer), receiving.list(viewer)));
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/transfers/new/{referral}")
    ModelAndView blank(Viewer viewer, @PathVariable UUID referral) {
        return beginning(viewer, referral, Form.blank(words, FORM, Map.of()), Identity.at(clock.instant()));
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/transfers/new/{referral}")
    ModelAndView begun(Viewer viewer, @PathVariable UUID referral, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, FORM, Map.copyOf(sent));
        UUID id = Ids.read(form.value("id"));
        Transfer.Terms terms = terms(form);
        if (terms == null || id == null) {
            return beginning(viewer, referral, form, id == null ? Identity.at(clock.instant()) : id);
        }
        transferring.begin(viewer, id, referral, terms);
        return to(id);
    }

    private static Transfer.@Nullable Terms terms(Form form) {
        form.required("marac");
        String marac = form.within("marac", LINE);
        form.required("person");
        String person = form.within("person", LINE);
        String how = form.within("how", LINE);
        TransferWhy why = form.oneOf("why", TransferWhy.class);
        String first = form.within("words", WORDS);
        boolean hidden = form.values("hidden").contains("YES");
        String because = form.within("because", REMARK);
        if (hidden && because.isEmpty()) {
            form.reject("because", "missing");
        }
        return why == null || !form.usable()
                ? null
                : new Transfer.Terms(marac, person, how, why, first, hidden, hidden ? because : "");
    }

    private ModelAndView beginning(Viewer viewer, UUID referral, Form form, UUID id) {
        var hidden = List.of(new Field.Choice("YES", words.the(FORM + ".hidden.YES")));
        return FormPage.titled(words.the("marac.transfer.begin"), "/transfers/new/" + referral, words.the(FORM + ".do"))
                .above(transferring.reference(viewer, referral))
                .text(words.the(FORM + ".text"))
                .problems(form.problems())
                .hidden("id", id)
                .ask(Control.TEXT, form.text("marac"))
                .ask(Control.TEXT, form.text("person"))
                .ask(Control.TEXT, form.text("how"))
                .ask(Control.RADIOS, form.field("why", whys()))
                .ask(Control.LINES, form.text("words"))
                .ask(Control.CHECKBOXES, form.field("hidden", hidden))
                .ask(Control.LINES, form.text("because"))
                .back("/referrals/" + referral, words.the("site.cancel"))
                .made()
                .shown();
    }

    private List<Field.Choice> whys() {
        return Stream.of(TransferWhy.values())
                .map(why -> new Field.Choice(why.name(), words.the("marac.transfer.why." + why)))
                .toList();
    }

    @OpenTo(Role.COORDINATOR)
    @GetMapping("/transfers/{id}")
    ModelAndView transfer(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, id, Form.blank(words, "marac.transfer.step", Map.of()));
    }

    /// The sealed file: a page that opens in any browser, or the text alone. Its name tells
    /// nothing, and its pass phrase is on the page that asked for it and nowhere else.
    @ProvenPresence
    @OpenTo(Role.COORDINATOR)
    @PostMapping("/transfers/{id}/file")
    ResponseEntity<byte[]> file(
            Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "marac.transfer.step", Map.copyOf(sent));
        byte[] sealed = transferring.seal(viewer, id, form.value("phrase"), text::text);
        return form.value("as").equals("PAGE")
                ? download(PAGE, "sealed-transfer.html", sealedPage.around(sealed))
                : download(MediaType.TEXT_PLAIN, "sealed-transfer.txt", sealed);
    }

    private static ResponseEntity<byte[]> download(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }

    @OpenTo(Role.COORDINATOR)
    @PostMapping("/transfers/{id}/steps")
    ModelAndView happened(Viewer viewer, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        var form = Form.sent(words, "marac.transfer.step", Map.copyOf(sent));
        TransferStep what = form.oneOf("what", TransferStep.class);
        String said = form.within("words", REMARK);
        if (what != null && what != TransferStep.CHASED && said.isEmpty()) {
            form.reject("words", "missing");
        }
        if (what == null || !form.usable()) {
            return page(viewer, id, form);
        }
        transferring.happened(viewer, id, what, said);
        return to(id);
    }

    private ModelAndView page(Viewer viewer, UUID id, Form form) {
        var page = new ModelAndView(
                "marac/transfer",
                "page",
                pages.transfer(transferring.preview(viewer, id), transferring.phrase(), form));
        if (!form.usable()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:/transfers/" + id);
    }
}
