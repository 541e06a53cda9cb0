package org.witan.marac;

import java.util.Locale;
import org.witan.access.Part;

/// What is asked of a victim of 16 or 17, beside all else: their risk takes other forms, and somebody has to see to it.
/// The part that opens each is that of its topic, held to the row of the database by a test.
public enum YoungQuestion {
    WORKER(Topic.YOUNG_WORKER, Part.VICTIM),
    CARE(Topic.YOUNG_CARE, Part.VICTIM),
    SIBLINGS(Topic.YOUNG_SIBLINGS, Part.CHILDREN),
    EXPLOITATION(Topic.YOUNG_EXPLOITATION, Part.RISK);

    /// The page of a draft on which they are asked.
    public static final String PAGE = "young";

    private final Topic topic;
    private final Part part;

    YoungQuestion(Topic topic, Part part) {
        this.topic = topic;
        this.part = part;
    }

    public Topic topic() {
        return topic;
    }

    /// The part of a referral that opens the answer.
    public Part part() {
        return part;
    }

    /// Its name on a form; that of its words ends in `-words`.
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a draft says anything to it.
    boolean isAnswered(Answers answers) {
        return !answers.text(PAGE + "." + field()).isEmpty()
                || !answers.text(PAGE + "." + field() + "-words").isEmpty();
    }
}
