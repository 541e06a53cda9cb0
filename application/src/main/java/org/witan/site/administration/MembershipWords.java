package org.witan.site.administration;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.directory.Membership;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Says of a membership what it is, when it holds, and who granted it.
@Component
final class MembershipWords {
    private final Wording words;
    private final Days days;

    MembershipWords(Wording words, Days days) {
        this.words = words;
        this.days = days;
    }

    Row row(Membership membership) {
        return new Row(
                "/administration/accounts/" + membership.account(),
                membership.person(),
                "/administration/agencies/" + membership.agency(),
                membership.agencyName(),
                membership.lead()
                        ? words.the("administration.membership.lead-of", membership.roleWords())
                        : membership.roleWords(),
                when(membership),
                granted(membership),
                path(membership, "/edit"),
                path(membership, "/end"));
    }

    /// What it is, in one line.
    String line(Membership membership) {
        return words.the(
                "administration.membership.line", membership.agencyName(), membership.roleWords(), when(membership));
    }

    String when(Membership membership) {
        var from = membership.startsOn();
        var until = membership.endsOn();
        if (until == null) {
            return words.the(days.until(from) > 0 ? "administration.starts" : "administration.since", Days.words(from));
        }
        if (until.isBefore(from)) {
            return words.the("administration.membership.never");
        }
        return words.the("administration.from-until", Days.words(from), Days.words(until));
    }

    private @Nullable String path(Membership membership, String page) {
        return membership.endedBefore(days.today()) ? null : "/administration/memberships/" + membership.id() + page;
    }

    private String granted(Membership membership) {
        String by = membership.grantedBy();
        return by == null
                ? words.the("administration.granted.first", Days.words(membership.grantedAt()))
                : words.the("administration.granted", by, Days.words(membership.grantedAt()));
    }

    /// A membership in a table.
    ///
    /// @param edit where it is changed; null when it is over
    /// @param end where it is ended at once; null when it is over
    record Row(
            String personPath,
            String person,
            String agencyPath,
            String agency,
            String role,
            String when,
            String granted,
            @Nullable String edit,
            @Nullable String end) {}
}
