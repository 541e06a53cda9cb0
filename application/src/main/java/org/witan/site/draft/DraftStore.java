package org.witan.site.draft;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where a module keeps its drafts: those of whoever looks, for the agency that they act for, and nobody else's. Asked
/// inside a witnessed piece of work.
public interface DraftStore {

    void begin(UUID id, UUID account, UUID agency);

    Optional<KeptDraft> find(UUID id);

    /// The draft, kept from every other change until this transaction ends.
    Optional<KeptDraft> hold(UUID id);

    /// Those that were not sent, the latest change first.
    List<KeptDraft> unsent();

    void keep(UUID id, TypedPages pages);

    /// Whether there was one that was not sent.
    boolean discard(UUID id);
}
