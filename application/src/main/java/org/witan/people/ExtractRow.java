package org.witan.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row of a police extract, read for its persons: who was harmed, who is suspected, and what happened.
///
/// @param given empty persons where the row names nobody
/// @param refused why the row is not loaded; null when it is
/// @param cancelled the reference of a crime that the force takes back; null for any other row
record ExtractRow(
        @Nullable Given given,
        @Nullable String refused,
        @Nullable String cancelled) {
    private static final int LONGEST = 120;
    private static final Map<String, Relation> RELATIONS = Map.ofEntries(
            Map.entry("partner", Relation.PARTNER),
            Map.entry("ex-partner", Relation.EX_PARTNER),
            Map.entry("parent", Relation.PARENT),
            Map.entry("child", Relation.CHILD),
            Map.entry("sibling", Relation.SIBLING),
            Map.entry("other-family", Relation.OTHER_FAMILY),
            Map.entry("acquaintance", Relation.ACQUAINTANCE),
            Map.entry("stranger", Relation.STRANGER));

    static ExtractRow of(Map<String, String> fields, LocalDate today) {
        String reference = value(fields, "crime_reference");
        if (reference.isEmpty()) {
            return refuse("it has no crime reference");
        }
        if (value(fields, "record_status").equalsIgnoreCase("cancelled")) {
            return new ExtractRow(null, null, reference);
        }
        if (fields.values().stream().anyMatch(text -> text.length() > LONGEST)) {
            return refuse("a field is longer than " + LONGEST + " letters");
        }
        LocalDate day = day(fields);
        if (day == null || day.isAfter(today)) {
            return refuse("it has no day on which it happened");
        }
        var persons = new ArrayList<GivenPerson>();
        GivenPerson victim =
                person(fields, "victim", Standing.VICTIM, reference).withSex(value(fields, "victim_sex"));
        GivenPerson suspect = person(fields, "suspect", Standing.PERPETRATOR, reference);
        if (victim.saysWho()) {
            persons.add(victim);
        }
        if (suspect.saysWho()) {
            persons.add(suspect);
        }
        return new ExtractRow(given(fields, reference, day, persons), null, null);
    }

    private static Given given(Map<String, String> fields, String reference, LocalDate day, List<GivenPerson> persons) {
        List<Given.Between> between = persons.size() < 2
                ? List.of()
                : List.of(new Given.Between(
                        1,
                        RELATIONS.getOrDefault(
                                value(fields, "relationship").toLowerCase(Locale.ROOT), Relation.UNKNOWN),
                        0));
        var concern = new GivenConcern(reference, day, value(fields, "offence_code"), "");
        return new Given(Source.POLICE_EXTRACT, persons, between, concern);
    }

    private static GivenPerson person(Map<String, String> fields, String who, Standing standing, String reference) {
        var person = GivenPerson.of(
                        standing,
                        new Name(value(fields, who + "_given_name"), value(fields, who + "_surname")),
                        value(fields, who + "_date_of_birth"))
                .withKey(reference + " " + who);
        var address = Address.of(value(fields, who + "_address"), "", value(fields, who + "_postcode"));
        if (address.isGiven()) {
            person = person.with(address);
        }
        person = with(person, Stated.Kind.PHONE, value(fields, who + "_phone"));
        person = with(person, Stated.Kind.EMAIL, value(fields, who + "_email"));
        return with(person, Stated.Kind.AGENCY_REFERENCE, value(fields, who + "_reference"));
    }

    private static GivenPerson with(GivenPerson person, Stated.Kind kind, String value) {
        return value.isEmpty() ? person : person.with(new Stated(kind, value));
    }

    private static @Nullable LocalDate day(Map<String, String> fields) {
        for (String column : List.of("committed_to", "committed_from", "recorded_on")) {
            LocalDate day = Days.understood(value(fields, column));
            if (day != null) {
                return day;
            }
        }
        return null;
    }

    private static String value(Map<String, String> fields, String column) {
        return fields.getOrDefault(column, "").strip();
    }

    /// The reference of the crime; empty for a row that is refused.
    String reference() {
        if (cancelled != null) {
            return cancelled;
        }
        return given == null || given.concern() == null || given.concern().key() == null
                ? ""
                : given.concern().key();
    }

    static ExtractRow refuse(String why) {
        return new ExtractRow(null, why, null);
    }

    @Override
    public String toString() {
        return "a row";
    }
}
