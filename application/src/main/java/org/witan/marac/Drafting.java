package org.witan.marac;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Writes a referral page by page. What was typed is kept as it was typed, complete or not, so that it can be gone on
/// with on another machine.
@Component
public class Drafting {
    private final Witnessing witnessing;
    private final Drafts drafts;
    private final Clock clock;

    Drafting(Witnessing witnessing, Drafts drafts, Clock clock) {
        this.witnessing = witnessing;
        this.drafts = drafts;
        this.clock = clock;
    }

    /// Begins a draft for the agency of whoever writes it.
    public UUID begin(Viewer viewer) {
        UUID id = Identity.at(clock.instant());
        return witnessing.witness(viewer, Deed.of(Verb.ADD, "draft"), _ -> {
            drafts.begin(id, viewer.account(), viewer.agency());
            return id;
        });
    }

    /// A draft of this viewer.
    ///
    /// @throws Absent when there is none of theirs
    public Draft open(Viewer viewer, UUID id) {
        return witnessing.witness(
                viewer, Deed.of(Verb.READ, "draft"), _ -> drafts.find(id).orElseThrow(Absent::new));
    }

    /// The drafts of this viewer that were not sent.
    public List<Draft> mine(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "draft"), _ -> drafts.unsent());
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
        return witnessing.witness(viewer, Deed.of(Verb.CHANGE, "draft"), _ -> {
            Draft draft = drafts.hold(id).orElseThrow(Absent::new);
            if (draft.referral() != null) {
                return new Sent(draft.referral());
            }
            Answers before = draft.answers();
            Answers now = before.with(page, fields);
            if (!before.mark(page).equals(seen) && !before.mark(page).equals(now.mark(page))) {
                return new Stale(before);
            }
            drafts.keep(id, now);
            return new Done(now);
        });
    }

    /// Throws a draft away.
    ///
    /// @throws Absent when there is none of theirs that was not sent
    public void discard(Viewer viewer, UUID id) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "draft").with("change", "thrown away"), _ -> {
            if (!drafts.discard(id)) {
                throw new Absent();
            }
            return true;
        });
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
