package org.witan.access.lists;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Records;
import org.witan.access.RegisteredRecord;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Lists, searches and counts the records that somebody may see. What they may not see is in no list and no number.
@Component
public class FindingRecords {
    /// How many records stand on a page.
    public static final int PAGE = 25;

    private static final int MOST_EXPORTED = 10_000;
    private final Witnessing witnessing;
    private final Records records;

    FindingRecords(Witnessing witnessing, Records records) {
        this.witnessing = witnessing;
        this.records = records;
    }

    /// A page of records whose reference, or a note that this viewer may read, holds some words.
    ///
    /// @param words what is searched for; empty for all
    /// @param before only those older than this one; null for the newest
    public Found find(Viewer viewer, String words, @Nullable UUID before) {
        var deed = words.isEmpty()
                ? Deed.of(Verb.LIST, "record")
                : Deed.of(Verb.SEARCH, "record").with("words", words);
        return witnessing.witness(viewer, deed, shown -> {
            List<RegisteredRecord> found = records.list(words, before, PAGE + 1);
            List<RegisteredRecord> page = found.subList(0, Math.min(PAGE, found.size()));
            page.forEach(one -> shown.add(one.id()));
            UUID next = found.size() > PAGE ? page.getLast().id() : null;
            boolean all = before == null && next == null;
            return new Found(List.copyOf(page), all ? Long.valueOf(page.size()) : counted(words), next);
        });
    }

    private @Nullable Long counted(String words) {
        return words.isEmpty() ? null : (Long) records.count(words);
    }

    /// All records that this viewer may see, for a file.
    public List<RegisteredRecord> export(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.EXPORT, "record"), shown -> {
            List<RegisteredRecord> all = records.list("", null, MOST_EXPORTED);
            all.forEach(one -> shown.add(one.id()));
            return all;
        });
    }

    /// A page of what was found.
    ///
    /// @param count how many there are in all; null on a page of the list of all, as counting asks about each
    /// @param next ask for those before this one to read on; null on the last page
    public record Found(
            List<RegisteredRecord> records,
            @Nullable Long count,
            @Nullable UUID next) {}
}
