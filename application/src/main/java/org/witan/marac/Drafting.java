package org.witan.marac;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.site.draft.WritingDrafts;

/// Writes a referral page by page. What was typed is kept as it was typed, complete or not, so that it can be gone on
/// with on another machine.
@Component
public class Drafting {
    private final WritingDrafts writing;
    private final Drafts drafts;

    Drafting(Witnessing witnessing, Drafts drafts, Clock clock) {
        this.writing = new WritingDrafts(witnessing, drafts, clock);
        this.drafts = drafts;
    }

    /// Begins a draft for the agency of whoever writes it.
    public UUID begin(Viewer viewer) {
        return writing.begin(viewer);
    }

    /// A draft of this viewer.
    ///
    /// @throws org.witan.access.Absent when there is none of theirs
    public Draft open(Viewer viewer, UUID id) {
        return Draft.of(writing.open(viewer, id));
    }

    /// The drafts of this viewer that were not sent.
    public List<Draft> mine(Viewer viewer) {
        return writing.mine(viewer).stream().map(Draft::of).toList();
    }

    /// How many drafts of whoever looks nobody touched for long. Inside a witnessed piece of work.
    public Untouched untouched() {
        return drafts.untouched();
    }

    /// Drafts that nobody touched for so many days, as the setting `marac_draft_days` says.
    public record Untouched(long number, int days) {}

    /// Keeps what was typed on one page. Two tabs on different pages lose nothing to each other.
    ///
    /// @param page the beginning of its fields
    /// @param seen the mark of what the page held when it was shown
    public Kept keep(Viewer viewer, UUID id, String page, Map<String, List<String>> fields, String seen) {
        return switch (writing.keep(viewer, id, page, fields, seen)) {
            case WritingDrafts.Done done -> new Done(Answers.of(done.pages()));
            case WritingDrafts.Stale stale -> new Stale(Answers.of(stale.pages()));
            case WritingDrafts.Sent sent -> new Sent(sent.record());
        };
    }

    /// Throws a draft away.
    ///
    /// @throws org.witan.access.Absent when there is none of theirs that was not sent
    public void discard(Viewer viewer, UUID id) {
        writing.discard(viewer, id);
    }

    /// What came of keeping a page.
    public sealed interface Kept {}

    /// It is kept.
    ///
    /// @param answers all that is kept now
    public record Done(Answers answers) implements Kept {}

    /// The page was changed elsewhere after it was shown; nothing was kept.
    ///
    /// @param answers what is kept now
    public record Stale(Answers answers) implements Kept {}

    /// It was sent meanwhile.
    public record Sent(UUID referral) implements Kept {}
}
