package org.witan.risk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version of a risk tool.
///
/// @param key its short name, as it stands in addresses
/// @param version from 1; any change of its questions makes a new one
/// @param numbering how it numbers its questions
/// @param source where its topics come from, as docs/rules/risk.md numbers its sources
/// @param sourceOn the date of that source; null when it bears none
/// @param remark what whoever uses it must know about it; empty when nothing
/// @param from the first day on which it is offered
/// @param until the last such day; null while it is in use
/// @param questions in their order
public record Tool(
        String key,
        int version,
        String name,
        Scale scale,
        Grading grading,
        Numbering numbering,
        String source,
        @Nullable LocalDate sourceOn,
        String remark,
        LocalDate from,
        @Nullable LocalDate until,
        List<Question> questions) {

    public Tool {
        questions = List.copyOf(questions);
    }

    /// Whether it is offered on a day.
    public boolean inUse(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    /// The number of one of its questions as its own form numbers it.
    public int number(Question question) {
        return question.numbers().getOrDefault(numbering, question.place());
    }

    Tool with(List<Question> others) {
        return new Tool(key, version, name, scale, grading, numbering, source, sourceOn, remark, from, until, others);
    }
}
