package org.witan.marac.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.marac.Colleagues.Confirmed;
import org.witan.marac.Colleagues.Said;
import org.witan.marac.Colleagues.Seeing;
import org.witan.marac.Colleagues.Settled;
import org.witan.marac.Listing;
import org.witan.marac.Listing.Opening;
import org.witan.marac.Referral;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Says where somebody in a case works for an agency, who can see it, and what was decided about that.
@Component
class OpeningWords {
    private final Listing listing;
    private final Wording words;

    OpeningWords(Listing listing, Wording words) {
        this.listing = listing;
        this.words = words;
    }

    /// What stands in triage; null where nobody works for an agency.
    @Nullable
    Works works(Viewer viewer, Referral referral) {
        Opening found = listing.opening(viewer, referral.id(), null);
        if (found.settled() == Settled.NOTHING_SAID) {
            return null;
        }
        return new Works(
                said(referral.id(), found.said()),
                found.confirmed().isEmpty() ? state(found.settled()) : "",
                seeing(found.seeing()),
                found.confirmed().stream().map(this::confirmed).toList());
    }

    /// Who works where, a line for each; where another referral says it, which one.
    List<String> said(UUID referral, List<Said> all) {
        return all.stream()
                .map(one -> one.line() == null
                        ? words.the("marac.works.said.closed")
                        : referral.equals(one.of())
                                ? one.line()
                                : words.the(
                                        "marac.works.said.before",
                                        one.line(),
                                        Objects.requireNonNullElse(one.reference(), "")))
                .toList();
    }

    /// What was decided, in words.
    String state(Settled settled) {
        return words.the("marac.works.state." + settled);
    }

    /// Who sees a case and who would, a line for each agency.
    List<String> seeing(List<Seeing> all) {
        return all.stream()
                .map(one -> words.the(
                        one.shutOut()
                                ? "marac.works.see.shut-out"
                                : one.already() ? "marac.works.see.already" : "marac.works.see",
                        one.agency(),
                        one.people()))
                .toList();
    }

    private String confirmed(Confirmed one) {
        return words.the(
                "marac.works.confirmed",
                one.board(),
                Days.words(one.at()),
                Objects.requireNonNullElse(one.by(), words.the("marac.somebody")),
                one.reason(),
                String.join("; ", one.wouldSee().lines().toList()));
    }

    /// Somebody in a case works for an agency.
    ///
    /// @param said who, and where
    /// @param state what was decided; empty where it was confirmed, which stands by itself
    /// @param seeing who can see the case now
    record Works(List<String> said, String state, List<String> seeing, List<String> confirmed) {}
}
