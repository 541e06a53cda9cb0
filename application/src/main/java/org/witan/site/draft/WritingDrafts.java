package org.witan.site.draft;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Writes a draft page by page. What was typed is kept as it was typed, complete or not.
public final class WritingDrafts {
    private static final String DRAFT = "draft";
    private final Witnessing witnessing;
    private final DraftStore drafts;
    private final Clock clock;

    public WritingDrafts(Witnessing witnessing, DraftStore drafts, Clock clock) {
        this.witnessing = witnessing;
        this.drafts = drafts;
        this.clock = clock;
    }

    /// Begins a draft for the agency of whoever writes it.
    public UUID begin(Viewer viewer) {
        UUID id = Identity.at(clock.instant());
        return witnessing.witness(viewer, Deed.of(Verb.ADD, DRAFT), _ -> {
            drafts.begin(id, viewer.account(), viewer.agency());
            return id;
        });
    }

    /// A draft of this viewer.
    ///
    /// @throws Absent when there is none of theirs
    public KeptDraft open(Viewer viewer, UUID id) {
        return witnessing.witness(
                viewer, Deed.of(Verb.READ, DRAFT), _ -> drafts.find(id).orElseThrow(Absent::new));
    }

    /// The drafts of this viewer that were not sent.
    public List<KeptDraft> mine(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, DRAFT), _ -> drafts.unsent());
    }

    /// Keeps what was typed on one page. Two tabs on different pages lose nothing to each other.
    ///
    /// @param page the beginning of its fields
    /// @param seen the mark of what the page held when it was shown
    public Kept keep(Viewer viewer, UUID id, String page, Map<String, List<String>> fields, String seen) {
        return witnessing.witness(viewer, Deed.of(Verb.CHANGE, DRAFT), _ -> {
            KeptDraft draft = drafts.hold(id).orElseThrow(Absent::new);
            if (draft.record() != null) {
                return new Sent(draft.record());
            }
            TypedPages before = draft.pages();
            TypedPages now = before.with(page, fields);
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
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, DRAFT).with("change", "thrown away"), _ -> {
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
    /// @param pages all that is kept now
    public record Done(TypedPages pages) implements Kept {}

    /// The page was changed elsewhere after it was shown; nothing was kept.
    ///
    /// @param pages what is kept now
    public record Stale(TypedPages pages) implements Kept {}

    /// It was sent meanwhile.
    public record Sent(UUID record) implements Kept {}
}
