package org.witan.people.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.site.Table;

/// A person as they are shown, in the order in which whoever opens the page must read it.
///
/// @param hides somebody looks for them who must not find them
/// @param died that they died, in words; null where nobody says so
/// @param contacts how they may be reached and how not, what is not safe first; null where the page warns of nothing
/// @param hidden addresses that stand behind a warning
/// @param decides whether whoever looks decides about links
record PersonPage(
        UUID id,
        String name,
        String standing,
        boolean hides,
        @Nullable String died,
        @Nullable Contacts contacts,
        Table names,
        Table births,
        @Nullable String birthsDiffer,
        @Nullable Table numbers,
        @Nullable Table addresses,
        @Nullable Table hidden,
        Table needs,
        List<Relation> relations,
        List<Repeated> repeats,
        List<Happened> concerns,
        Table records,
        List<Joined> links,
        List<Apart> apart,
        boolean decides,
        List<String> grounds) {

    /// How somebody may be reached.
    ///
    /// @param warning what must be read before any number or address
    record Contacts(String warning, List<Contact> lines) {}

    /// One way to reach them.
    ///
    /// @param mark a sign for whether it is safe, beside the words
    /// @param state `safe`, `unsafe` or `unknown`
    record Contact(String mark, String state, String safe, String means, String value, List<String> more) {}

    /// What somebody else is to them.
    record Relation(String sentence, UUID other, String name, String about) {}

    /// That something happened again and again between two persons.
    ///
    /// @param reached whether it is an escalation by the partnership's own measure
    record Repeated(String sentence, boolean reached, String why, List<String> events) {}

    /// Something that happened.
    record Happened(String day, String code, String words, String by) {}

    /// That two records are of one person, or were.
    ///
    /// @param undo the link to undo; null where that may not be done
    record Joined(
            String sentence,
            String by,
            @Nullable String undone,
            @Nullable UUID undo) {}

    /// What is never linked.
    record Apart(UUID id, UUID record, String sentence, String by, String reason) {}
}
