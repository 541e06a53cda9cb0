package org.witan.priorities;

import java.util.Map;
import org.witan.statistics.comparison.Measure;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.Question;
import org.witan.statistics.comparison.Question.By;

/// What kind of place is looked at: in public, at school, and so on. Records of single crimes tell it; street files do
/// not.
public enum PlaceKind {
    ANY(""),
    SCHOOL("education"),
    PUBLIC_SPACE("public-space"),
    TRANSPORT("transport"),
    LICENSED("licensed-premises"),
    WORKPLACE("workplace"),
    HOME("home"),
    ONLINE("online");

    private final String recorded;

    PlaceKind(String recorded) {
        this.recorded = recorded;
    }

    /// How records name it; empty for any.
    public String recorded() {
        return recorded;
    }

    /// How many there were at places of this kind.
    Question count(String offences, String area, Period period, By by) {
        return new Question(
                offences,
                area,
                period,
                null,
                new Measure.Count(),
                this == ANY ? Map.of() : Map.of("place", recorded),
                by,
                Question.Audience.PARTNERSHIP,
                null,
                null);
    }
}
