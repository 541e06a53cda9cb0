package org.witan.marac.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.marac.Colleagues.Confirmed;
import org.witan.marac.Colleagues.Seeing;
import org.witan.marac.Colleagues.Settled;
import org.witan.marac.Listing;
import org.witan.marac.Listing.Opening;
import org.witan.marac.Referral;
import org.witan.marac.Topic;
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
        if (referral.about(Topic.WORKS_FOR_AGENCY).isEmpty()) {
            return null;
        }
        Opening found = listing.opening(viewer, referral.id(), null);
        return new Works(
                found.said(),
                found.confirmed().isEmpty() ? state(found.settled()) : "",
                seeing(found.seeing()),
                found.confirmed().stream().map(this::confirmed).toList());
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
