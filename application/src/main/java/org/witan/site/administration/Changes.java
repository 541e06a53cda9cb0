package org.witan.site.administration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.directory.Change;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Says what somebody else changed while a page was open.
@Component
final class Changes {
    private final Wording words;

    Changes(Wording words) {
        this.words = words;
    }

    /// Who changed it and when, and how it stands now.
    ///
    /// @param now how it stands, a line each
    List<String> words(@Nullable Change change, List<String> now) {
        String who = change == null
                ? words.the("administration.changed.by-nobody")
                : words.the("administration.changed", by(change), Days.words(change.at()));
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(who), now.stream())
                .toList();
    }

    private String by(Change change) {
        return change.by() == null ? words.the("administration.somebody") : change.by();
    }
}
