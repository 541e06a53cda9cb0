package org.witan.marac.web;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.marac.Withdrawal;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Tells of withdrawals in words.
@Component
class WithdrawalPages {
    private final Wording words;

    WithdrawalPages(Wording words) {
        this.words = words;
    }

    /// One that waits.
    record Row(UUID id, String reference, String words) {}

    Row row(Withdrawal one) {
        return new Row(one.id(), one.reference(), asked(one));
    }

    /// That somebody asked, and what became of it.
    String line(Withdrawal one) {
        var outcome = one.outcome();
        var decided = one.decidedAt();
        return outcome == null || decided == null
                ? words.the("marac.withdrawal.line.waits", asked(one), one.words())
                : words.the(
                        "marac.withdrawal.line." + outcome, asked(one), one.words(), Days.words(decided), one.answer());
    }

    private String asked(Withdrawal one) {
        String by = one.by();
        return words.the(
                "marac.withdrawal.asked",
                Days.words(one.askedAt()),
                by == null || by.isEmpty() ? words.the("marac.somebody") : by,
                one.agency(),
                words.the("marac.withdrawal.reason." + one.reason()));
    }
}
