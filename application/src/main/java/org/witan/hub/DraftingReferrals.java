package org.witan.hub;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.site.draft.KeptDraft;
import org.witan.site.draft.TypedPages;
import org.witan.site.draft.WritingDrafts;

/// Writes a referral to the hub page by page, and sends it. The referral gets the id of its draft, so that it is sent
/// once.
@Component
public class DraftingReferrals {
    private final Witnessing witnessing;
    private final WritingDrafts writing;
    private final ResidentDrafts drafts;
    private final ReferringResidents referring;

    DraftingReferrals(Witnessing witnessing, ResidentDrafts drafts, ReferringResidents referring, Clock clock) {
        this.witnessing = witnessing;
        this.writing = new WritingDrafts(witnessing, drafts, clock);
        this.drafts = drafts;
        this.referring = referring;
    }

    /// Begins a draft.
    public UUID begin(Viewer viewer) {
        return writing.begin(viewer);
    }

    /// A draft of this viewer.
    ///
    /// @throws Absent when there is none of theirs
    public KeptDraft open(Viewer viewer, UUID id) {
        return writing.open(viewer, id);
    }

    /// The drafts of this viewer that were not sent.
    public List<KeptDraft> mine(Viewer viewer) {
        return writing.mine(viewer);
    }

    /// Keeps what was typed on one page.
    ///
    /// @param seen the mark of what the page held when it was shown
    public WritingDrafts.Kept keep(Viewer viewer, UUID id, String page, Map<String, List<String>> fields, String seen) {
        return writing.keep(viewer, id, page, fields, seen);
    }

    /// Throws a draft away.
    ///
    /// @throws Absent when there is none of theirs that was not sent
    public void discard(Viewer viewer, UUID id) {
        writing.discard(viewer, id);
    }

    /// Refers the resident whom a draft is about, and empties it: all in one piece of work, which holds the draft.
    /// What is kept meanwhile waits, and is then told that it was sent. Sent twice, it is referred once.
    ///
    /// @param reader reads what was typed, with the newest list of needs; empty when it cannot be sent so
    /// @return false when it cannot be sent as it stands; nothing was done
    /// @throws org.witan.access.Refused for a child
    /// @throws Absent when it is no draft of theirs
    public boolean send(Viewer viewer, UUID id, BiFunction<TypedPages, List<Need>, Optional<ResidentReferral>> reader) {
        return witnessing.witness(viewer, Deed.of(Verb.ADD, "hub-case"), shown -> {
            KeptDraft draft = drafts.hold(id).orElseThrow(Absent::new);
            if (draft.record() != null) {
                return true;
            }
            Optional<ResidentReferral> referral = reader.apply(draft.pages(), referring.needs());
            referral.ifPresent(one -> {
                referring.refer(viewer, id, one, shown);
                drafts.sent(id);
            });
            return referral.isPresent();
        });
    }
}
