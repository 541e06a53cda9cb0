package org.witan.site.records;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Part;
import org.witan.access.RegisteredRecord;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.lists.FindingRecords;
import org.witan.access.lists.Note;
import org.witan.access.lists.ReadingRecords;
import org.witan.access.lists.RecordInFull;
import org.witan.site.FormPage;
import org.witan.site.RecordLink;
import org.witan.site.Wording;

/// Makes the pages of records: what each says, in its order.
@Component
class RecordPages {
    private final Wording words;
    private final List<RecordLink> links;

    RecordPages(Wording words, List<RecordLink> links) {
        this.words = words;
        this.links = List.copyOf(links);
    }

    /// The list, or what was found.
    ///
    /// @param asked what was searched for; empty for the list of all
    ListPage list(FindingRecords.Found found, String asked, Viewer viewer) {
        return new ListPage(
                found.count() == null
                        ? words.the("records.count.page", found.records().size())
                        : words.the("records.count", found.count()),
                asked,
                found.records().stream().map(this::line).toList(),
                found.next(),
                RecordsController.REGISTERING.contains(viewer.role()),
                RecordsController.BREAKING.contains(viewer.role()),
                viewer.role() == Role.DATA_PROTECTION_OFFICER || viewer.role() == Role.CHAIR,
                RecordsController.EXPORTING.contains(viewer.role()));
    }

    /// One record.
    RecordPage record(RecordInFull full, Viewer viewer, boolean printed) {
        RegisteredRecord record = full.record();
        boolean mayNote = viewer.role() != Role.DATA_PROTECTION_OFFICER;
        return new RecordPage(
                record.id(),
                record.reference(),
                words.the("records.kind." + record.kind()),
                full.owner(),
                Times.day(record.registeredAt()),
                full.whole().map(this::line).orElse(null),
                full.within().stream().map(this::line).toList(),
                full.about().stream().map(this::line).toList(),
                sections(full),
                full.taking().stream()
                        .map(one -> words.the("records.taking", one.name(), Times.day(one.since())))
                        .toList(),
                full.grounds(),
                full.glassUntil() == null ? null : Times.time(full.glassUntil()),
                full.keeper(),
                full.keeper() || !mayNote,
                mayNote,
                mayNote,
                RecordsController.REGISTERING.contains(viewer.role()),
                mayNote && viewer.role() != Role.PERPETRATOR_WORKER,
                printed,
                links.stream()
                        .flatMap(link -> link.to(record, full.parts()).stream())
                        .toList());
    }

    /// Who can see a record.
    WhoPage who(ReadingRecords.Seen seen) {
        return new WhoPage(
                seen.record().id(),
                seen.record().reference(),
                seen.people().stream()
                        .map(one -> new Seer(
                                one.name(),
                                one.agency(),
                                one.role(),
                                words.the("records.because", one.why()),
                                one.parts().stream().map(this::part).toList()))
                        .toList());
    }

    String part(Part part) {
        return words.the("records.part." + part);
    }

    Line line(RegisteredRecord record) {
        return new Line(
                record.id(),
                record.reference(),
                words.the("records.kind." + record.kind()),
                Times.day(record.registeredAt()));
    }

    /// Parts that hold a note. A part that is closed and one that is empty both have no section.
    private List<Section> sections(RecordInFull full) {
        Set<Part> filled = full.notes().stream().map(Note::part).collect(Collectors.toSet());
        return Arrays.stream(Part.values())
                .filter(filled::contains)
                .map(part -> new Section(
                        part.name(),
                        part(part),
                        full.notes().stream()
                                .filter(note -> note.part() == part)
                                .map(this::shown)
                                .toList()))
                .toList();
    }

    private ShownNote shown(Note note) {
        return new ShownNote(
                note.id(),
                note.words(),
                words.the("records.note.by", note.author(), note.agency(), Times.time(note.writtenAt())),
                note.corrected());
    }

    /// A list of records.
    record ListPage(
            String count,
            String asked,
            List<Line> lines,
            @Nullable UUID next,
            boolean registers,
            boolean breaks,
            boolean reviews,
            boolean exports) {}

    /// A record in a list.
    record Line(UUID id, String reference, String kind, String day) {}

    /// A record.
    record RecordPage(
            UUID id,
            String reference,
            String kind,
            String owner,
            String day,
            @Nullable Line whole,
            List<Line> within,
            List<Line> about,
            List<Section> sections,
            List<String> taking,
            List<String> grounds,
            @Nullable String glassUntil,
            boolean keeper,
            boolean seesWho,
            boolean notes,
            boolean conflicts,
            boolean registers,
            boolean prints,
            boolean printed,
            List<FormPage.Link> links) {}

    /// A part of a record with its notes.
    record Section(String part, String heading, List<ShownNote> notes) {}

    /// A note as it is shown.
    record ShownNote(UUID id, String words, String by, boolean corrected) {}

    /// Who can see a record.
    record WhoPage(UUID id, String reference, List<Seer> people) {}

    /// Somebody who can.
    record Seer(String name, String agency, String role, String why, List<String> parts) {}
}
