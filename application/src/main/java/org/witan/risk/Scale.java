package org.witan.risk;

import java.util.ArrayList;
import java.util.List;

/// The kind of answer that a tool asks for. Every scale has the three ways in which an answer can be missing.
public enum Scale {
    YES_NO(Answer.YesNo.values()),
    FREQUENCY(Answer.Often.values());

    private final List<Answer> answers;

    Scale(Answer... said) {
        var all = new ArrayList<Answer>(List.of(said));
        all.addAll(List.of(Answer.Missing.values()));
        this.answers = List.copyOf(all);
    }

    /// All answers, in the order of pages; the missing ones last.
    public List<Answer> answers() {
        return answers;
    }
}
