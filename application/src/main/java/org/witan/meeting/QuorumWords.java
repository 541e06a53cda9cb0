package org.witan.meeting;

import org.springframework.stereotype.Component;
import org.witan.site.Wording;

/// Whether a board is complete, in words.
@Component
public class QuorumWords {
    private final Wording words;

    QuorumWords(Wording words) {
        this.words = words;
    }

    /// How it stands, with the names of the agencies that are missing.
    public String the(Quorum quorum) {
        if (quorum.core() == 0) {
            return words.the("meeting.quorum.none");
        }
        return quorum.complete()
                ? words.the("meeting.quorum.complete", quorum.core())
                : words.the(
                        "meeting.quorum.missing",
                        quorum.core() - quorum.missing().size(),
                        quorum.core(),
                        String.join(", ", quorum.missing()));
    }
}
