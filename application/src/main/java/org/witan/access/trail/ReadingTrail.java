package org.witan.access.trail;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Reads the trail: by record, person, agency and time. Each look is itself in the trail.
@Component
public class ReadingTrail {
    private static final int PAGE = 50;
    private static final int MOST = 100_000;
    private final Witnessing witnessing;
    private final TrailLines lines;

    ReadingTrail(Witnessing witnessing, TrailLines lines) {
        this.witnessing = witnessing;
        this.lines = lines;
    }

    /// A page of rows that answer a question.
    public Page read(Viewer viewer, TrailQuestion question) {
        return witnessing.witness(viewer, new Deed(Verb.READ_TRAIL, "trail", question.detail()), shown -> {
            lines.record(question.reference()).ifPresent(shown::add);
            var found = lines.list(question, PAGE + 1);
            return new Page(
                    found.subList(0, Math.min(PAGE, found.size())),
                    found.size() > PAGE,
                    lines.deeds(),
                    lines.agencies(),
                    lines.people());
        });
    }

    /// All rows that answer a question, to be taken away; at most a hundred thousand.
    public List<TrailLine> export(Viewer viewer, TrailQuestion question) {
        return witnessing.witness(viewer, new Deed(Verb.EXPORT, "trail", question.detail()), shown -> {
            lines.record(question.reference()).ifPresent(shown::add);
            return lines.list(question, MOST);
        });
    }

    /// One row with its detail, in which words stand that somebody searched for.
    ///
    /// @throws Absent when there is none, or none that this viewer may read
    public TrailEntry entry(Viewer viewer, UUID entry) {
        var deed = new Deed(Verb.READ_TRAIL, "trail entry", Map.of("entry", entry.toString()));
        return witnessing.witness(viewer, deed, _ -> lines.find(entry).orElseThrow(Absent::new));
    }

    /// What the trail says about whoever looks, in any role.
    public List<TrailLine> own(Viewer viewer, TrailQuestion question) {
        var mine =
                new TrailQuestion("", viewer.account(), null, "", question.from(), question.until(), question.before());
        return witnessing.witness(viewer, Deed.of(Verb.READ_TRAIL, "own trail"), _ -> lines.list(mine, PAGE));
    }

    /// A page of the trail, with what can be asked.
    ///
    /// @param more whether there are older rows
    public record Page(
            List<TrailLine> lines, boolean more, List<Choice> deeds, List<Choice> agencies, List<Choice> people) {}

    /// Something to choose from a list.
    public record Choice(String code, String words) {}
}
