package org.witan.risk.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.risk.Assessment;
import org.witan.risk.DueReassessments.Due;
import org.witan.risk.RiskOfCase;
import org.witan.risk.Tool;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Makes the list of the assessments of a case, and the list of what is to be assessed again.
@Component
class RiskPages {
    private final Wording words;
    private final ResultWords results;

    RiskPages(Wording words, ResultWords results) {
        this.words = words;
        this.results = results;
    }

    RiskPage risk(RiskOfCase risk, List<Tool> tools) {
        return new RiskPage(
                risk.record().id(),
                risk.record().reference(),
                risk.assessments().stream().map(this::line).toList(),
                tools.stream()
                        .map(tool -> new Offer(
                                tool.key(),
                                tool.name(),
                                words.the("risk.questions", tool.questions().size())))
                        .toList());
    }

    DuePage due(List<Due> due) {
        return new DuePage(due.stream()
                .map(one ->
                        new DueLine(one.record(), words.the("risk.due.line", one.reference()), Days.words(one.on())))
                .toList());
    }

    private Line line(Assessment one) {
        var result = one.result();
        return new Line(
                one.id(),
                Days.words(one.assessedOn()),
                one.tool().name(),
                results.headline(result),
                results.score(one),
                words.the("risk.by", one.by(), one.agency()),
                result.isHigh(),
                !one.stands());
    }

    /// The risk in a case.
    record RiskPage(UUID id, String reference, List<Line> lines, List<Offer> tools) {}

    /// An assessment in a list.
    ///
    /// @param corrected whether another stands in its place
    record Line(
            UUID id,
            String day,
            String tool,
            String headline,
            String score,
            String by,
            boolean high,
            boolean corrected) {}

    /// A tool to assess with.
    record Offer(String key, String name, String questions) {}

    /// What is to be assessed again.
    record DuePage(List<DueLine> lines) {}

    /// A case in it.
    record DueLine(UUID record, String words, String day) {}
}
