package org.witan.risk;

import java.util.List;
import java.util.stream.Stream;

/// The kind of answer that a tool asks for. Every scale has the three ways in which an answer can be missing.
public enum Scale {
    YES_NO,
    FREQUENCY;

    /// All answers, in the order of pages; the missing ones last.
    public List<Answer> answers() {
        Answer[] said = switch (this) {
            case YES_NO -> Answer.YesNo.values();
            case FREQUENCY -> Answer.Often.values();
        };
        return Stream.concat(Stream.of(said), Stream.of(Answer.Missing.values()))
                .toList();
    }
}
