package org.witan.site.records;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.access.Viewer;
import org.witan.access.lists.Choosing;
import org.witan.access.lists.Entry;
import org.witan.access.lists.KeepingLists;
import org.witan.access.lists.Listing;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// Makes the pages of the lists and barriers of a record.
@Component
class ListPages {
    private final Choosing choosing;
    private final Wording words;

    ListPages(Choosing choosing, Wording words) {
        this.choosing = choosing;
        this.words = words;
    }

    /// All lists of a record.
    ListsPage lists(KeepingLists.Kept kept) {
        return new ListsPage(
                kept.record().id(),
                kept.record().reference(),
                Arrays.stream(Listing.values())
                        .map(listing -> new Section(
                                listing,
                                words.the("records.list." + listing),
                                words.the("records.list." + listing + ".what"),
                                words.the("records.list." + listing + ".add"),
                                kept.entries().stream()
                                        .filter(entry -> entry.listing() == listing)
                                        .map(this::row)
                                        .toList()))
                        .toList());
    }

    /// The form that adds to a list.
    AddPage adding(Viewer viewer, KeepingLists.Kept kept, Listing listing, Form form) {
        boolean hasWhom = listing != Listing.EMBARGO;
        return new AddPage(
                kept.record().id(),
                kept.record().reference(),
                listing,
                words.the("records.list." + listing + ".add"),
                words.the("records.list." + listing + ".what"),
                form.problems(),
                hasWhom ? form.field("whom", choices(viewer, listing)) : null,
                listing == Listing.RESTRICTION,
                listing == Listing.EMBARGO ? form.text("until", "date", "off") : null,
                hasReason(listing) ? form.text("reason") : null);
    }

    /// Whom a list may hold.
    List<Field.Choice> choices(Viewer viewer, Listing listing) {
        return switch (listing) {
            case PARTY, EMPLOYEE_CASE -> Forms.choices(choosing.agencies(viewer));
            case ASSIGNMENT, NAME, BARRIER -> Forms.choices(choosing.people(viewer));
            case RESTRICTION ->
                Forms.choices(choosing.people(viewer)).stream().skip(1).toList();
            case EMBARGO -> List.of();
        };
    }

    static boolean hasReason(Listing listing) {
        return listing != Listing.PARTY && listing != Listing.ASSIGNMENT;
    }

    private Row row(Entry entry) {
        String since = entry.by().isEmpty()
                ? words.the("records.entry.since", Times.time(entry.since()))
                : words.the("records.entry.since-by", Times.time(entry.since()), entry.by());
        return new Row(
                entry.key(),
                entry.who().isEmpty() ? words.the("records.entry.all") : entry.who(),
                entry.why(),
                Stream.of(since, until(entry)).filter(text -> !text.isEmpty()).toList(),
                entry.open());
    }

    private String until(Entry entry) {
        if (entry.until() == null) {
            return "";
        }
        return entry.endedBy().isEmpty()
                ? words.the("records.entry.until", Times.time(entry.until()))
                : words.the("records.entry.until-by", Times.time(entry.until()), entry.endedBy());
    }

    /// The lists of a record.
    record ListsPage(UUID id, String reference, List<Section> sections) {}

    /// One of them.
    ///
    /// @param what it does, in a sentence
    record Section(Listing listing, String heading, String what, String add, List<Row> rows) {}

    /// A row of it.
    ///
    /// @param open whether it holds and can be ended here
    record Row(String key, String who, String why, List<String> when, boolean open) {}

    /// A form that adds to a list.
    ///
    /// @param several whether more than one can be chosen
    record AddPage(
            UUID id,
            String reference,
            Listing listing,
            String title,
            String what,
            List<Problem> problems,
            @Nullable Field whom,
            boolean several,
            @Nullable Field until,
            @Nullable Field reason) {}
}
