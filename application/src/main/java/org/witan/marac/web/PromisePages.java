package org.witan.marac.web;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.marac.FurtherAbuse.Safe;
import org.witan.marac.FurtherReport;
import org.witan.marac.PromisedReferrals.Promise;
import org.witan.site.Days;
import org.witan.site.FormPage;
import org.witan.site.Wording;

/// The words of incidents that somebody told on the page of a referral, and of referrals that were
/// promised.
@Component
class PromisePages {
    private final Wording words;

    PromisePages(Wording words) {
        this.words = words;
    }

    /// Where a referral is begun from an incident.
    static String refer(UUID incident) {
        return "/triage/incidents/" + incident + "/refer";
    }

    /// A promised referral in a list.
    record Row(UUID id, String reference, String words) {}

    Row row(Promise promise) {
        return new Row(promise.id(), promise.reference(), line(promise));
    }

    String line(Promise promise) {
        return words.the(
                "marac.promise.line",
                Days.words(promise.promisedOn()),
                Days.words(promise.happenedOn()),
                promise.agency());
    }

    /// What somebody said beside the words, for the coordinator: first what could harm the victim.
    void tell(FormPage.Making page, FurtherReport told) {
        if (told.safe() != Safe.YES) {
            page.warning(words.the("marac.further.line." + told.safe()));
        }
        page.text(words.the(
                "marac.further.told",
                told.kind(),
                words.the("marac.further.known." + told.knownBy()),
                words.the("marac.further.who." + told.who()),
                words.the("marac.further.emergency." + told.emergency())));
        if (told.isAbout()) {
            page.text(words.the("marac.further.told.about"));
        }
        if (!told.done().isEmpty()) {
            page.text(words.the("marac.further.told.done", told.done()));
        }
    }
}
