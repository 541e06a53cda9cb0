package org.witan.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.witan.RunningApplication;

/// An extract as the police give it, loaded beside the running application.
class LoadingTest extends RunningApplication {
    @Autowired
    private Receiving receiving;

    @Autowired
    private Environment settings;

    @TempDir
    private Path folder;

    @Autowired
    private ReviewingMatches reviewing;

    @Autowired
    private UndoingLinks undoing;

    @Autowired
    private Escalations escalations;

    private Neighbourhood here;
    private Extracts extracts;
    private String agency;

    @BeforeEach
    void invent() {
        here = new Neighbourhood(partnership(), receiving);
        extracts = new Extracts(here, settings, folder);
        agency = extracts.agency();
    }

    private String extract() {
        return Extracts.HEADER
                + extracts.row(1, "2026-01-10", extracts.victim("Amira"), extracts.suspect())
                + extracts.row(2, "2026-03-10", extracts.victim("AMIRA"), extracts.suspect())
                + extracts.row(3, "2026-05-10", extracts.victim("Amira"), extracts.suspect())
                + extracts.row(4, "2026-05-11", ",,,,,,", ",,,,,,,")
                + extracts.row(5, "2026-05-12", extracts.victim("Amira"), ",,,,,,,")
                + "SYN-short,8Q\n"
                + ",8Q,2026-01-10,2026-01-10,,,," + extracts.victim("Nobody") + "," + extracts.suspect() + ",\n";
    }

    @Test
    void anExtractIsLoadedOnceHoweverOftenItIsLoadedAndTellsWhoRepeats() throws IOException {
        Path file = Files.writeString(folder.resolve("extract.csv"), extract());
        String first = extracts.run(PeopleCommand.REFUSED, "load", file.toString(), "--agency", agency);
        assertThat(first)
                .contains("7 rows read", "7 persons received", "1 rows that name nobody", "2 rows refused")
                .contains("line 7: it has not as many fields", "line 8: it has no crime reference");
        assertThat(first).doesNotContain(here.family).doesNotContain("Amira");
        String second = extracts.run(PeopleCommand.REFUSED, "load", file.toString(), "--agency", agency);
        assertThat(second).contains("0 persons received", "4 rows already known");
        assertThat(here.partnership.count("""
                        select count(distinct l.person_id) from people.link l join people.source_record s on s.id = l.record_id
                        where s.agency_id = ? and l.ended_at is null
                        """, here.officer.agency())).isEqualTo(2);

        String repeats = extracts.run(PeopleCommand.DONE, "repeats");
        assertThat(repeats).contains("SYN-" + here.family + "-1", "3 events within the window, an escalation");
        assertThat(repeats).doesNotContain("Amira").doesNotContain("Boris");
    }

    @Test
    void aLoadThatWasBrokenOffIsCompletedByTheNext() throws IOException {
        Path half = Files.writeString(
                folder.resolve("half.csv"),
                Extracts.HEADER + extracts.row(1, "2026-01-10", extracts.victim("Amira"), extracts.suspect()));
        extracts.run(PeopleCommand.DONE, "load", half.toString(), "--agency", agency);
        Path whole = Files.writeString(folder.resolve("whole.csv"), extract());
        assertThat(extracts.run(PeopleCommand.REFUSED, "load", whole.toString(), "--agency", agency))
                .contains("5 persons received", "1 rows already known");
    }

    @Test
    void whatIsLoadedIsSeenByTheAgencyThatGaveIt() throws IOException {
        UUID known = here.give(here.nurse, here.victim());
        Path file = Files.writeString(
                folder.resolve("extract.csv"),
                Extracts.HEADER + extracts.row(1, "2026-01-10", extracts.victim("Amira"), extracts.suspect()));
        assertThat(extracts.run(
                        PeopleCommand.DONE,
                        "load",
                        file.toString(),
                        "--agency",
                        agency.toUpperCase(java.util.Locale.ROOT)))
                .contains("1 linked with a person who was known");
        assertThat(here.partnership.count("""
                        select count(*) from people.link l join people.link o on o.person_id = l.person_id
                        where l.record_id = ? and l.ended_at is null and o.ended_at is null
                        """, known)).isEqualTo(2);
    }

    @Test
    void whatIsNoExtractIsSaidInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("other.csv"), "name,colour\nx,red\n");
        assertThat(extracts.run(PeopleCommand.BAD_INPUT, "load", file.toString(), "--agency", agency))
                .contains("no column crime_reference");
        Path none = Files.writeString(folder.resolve("none.csv"), "crime_reference,offence_code\nx,8Q\n");
        assertThat(extracts.run(PeopleCommand.BAD_INPUT, "load", none.toString(), "--agency", agency))
                .contains("no columns about persons");
        Path some = Files.writeString(folder.resolve("some.csv"), extract());
        assertThat(extracts.run(PeopleCommand.BAD_INPUT, "load", some.toString(), "--agency", "Nobody's agency"))
                .contains("no agency of this name");
        assertThat(extracts.run(PeopleCommand.BAD_INPUT, "load", "absent.csv", "--agency", agency))
                .contains("no file");
    }

    @Test
    void rowsThatAreStoredTogetherMatchAsIfTheyHadComeOneByOne() throws IOException {
        var twin = new Neighbourhood(here.partnership, receiving);
        // Nobody of another test is like this one.
        String suspect = ",Boris%s,%sson,1985-07-30,,,,".formatted(here.family.substring(6), here.family);
        String[] rows = {
            extracts.row(1, "2026-01-10", extracts.victim("Amira"), suspect),
            extracts.row(2, "2026-01-11", extracts.victim("Amirah"), ",,,,,,,"),
            extracts.row(3, "2026-01-12", extracts.victim("Anna"), suspect),
            extracts.row(4, "2026-01-13", extracts.victim("Anne"), suspect),
            extracts.row(
                    5, "2026-01-14", extracts.victim("A", here.family.toUpperCase(java.util.Locale.ROOT)), ",,,,,,,"),
            extracts.row(6, "2026-01-15", extracts.victim("Amira", "Quitedifferent" + here.family), suspect),
            extracts.row(7, "2026-01-16", ",Boris,%sson,1985-07-30,,,".formatted(here.family), ",,,,,,,"),
        };
        extracts.load(PeopleCommand.DONE, rows);
        // The same invented people elsewhere, each file with one of them.
        var single = new Extracts(twin, settings, folder);
        for (String row : rows) {
            single.load(
                    PeopleCommand.DONE,
                    row.replace(here.family, twin.family)
                            .replace(
                                    here.family.toUpperCase(java.util.Locale.ROOT),
                                    twin.family.toUpperCase(java.util.Locale.ROOT))
                            .replace(here.postcode, twin.postcode)
                            .replace(here.phone, twin.phone)
                            .replace("Boris" + here.family.substring(6), "Boris" + twin.family.substring(6)));
        }
        assertThat(matched(here)).isEqualTo(matched(twin)).anyMatch(line -> line.contains("GUARD"));
    }

    /// Which records of the agency are of one person and which wait, by their keys without the name of the family.
    private static List<String> matched(Neighbourhood there) {
        return there.partnership.asked("""
                select replace(x, ?, '') from (
                    select 'LINK ' || a.source_key || ' ' || b.source_key as x
                    from people.source_record a join people.link k on k.record_id = a.id and k.ended_at is null
                    join people.link l on l.person_id = k.person_id and l.ended_at is null
                    join people.source_record b on b.id = l.record_id and b.agency_id = a.agency_id and b.source_key > a.source_key
                    where a.agency_id = ?
                    union all
                    select 'GUARD ' || s.guard || ' ' || a.source_key || ' ' || b.source_key || ' ' || round(s.weight::numeric, 6)
                    from people.suggestion s join people.source_record a on a.id = s.record_id
                    join people.source_record b on b.id = s.other_id and b.agency_id = a.agency_id where a.agency_id = ?) found
                order by 1
                """, there.family, there.officer.agency(), there.officer.agency());
    }

    @Test
    void aCorrectedRowIsAnotherVersionAndBothAreKept() throws IOException {
        extracts.load(PeopleCommand.DONE, extracts.row(1, "2026-01-10"), extracts.row(2, "2026-03-10"));
        String printed = extracts.load(
                PeopleCommand.DONE, extracts.row(1, "2026-01-10", extracts.victim("Amina"), extracts.suspect()));
        assertThat(printed).contains("1 persons received", "1 of them in place of what was given before");
        String victim = extracts.crime(1) + " victim";
        List<String> versions = here.partnership.asked(
                "select id from people.source_record where source_key = ? order by supersedes_id nulls first", victim);
        assertThat(here.partnership.asked(
                        "select given_name from people.source_record where source_key = ? order by supersedes_id nulls first",
                        victim))
                .containsExactly("Amira", "Amina");
        assertThat(here.together(UUID.fromString(versions.get(0)), UUID.fromString(versions.get(1))))
                .as("what withholds the one withholds the other")
                .isTrue();
        assertThat(here.partnership.count(
                        "select count(*) from people.record_key where record_id = ?::uuid", versions.get(0)))
                .as("the older is compared no longer")
                .isZero();
        assertThat(extracts.load(
                        PeopleCommand.DONE,
                        extracts.row(1, "2026-01-10", extracts.victim("Amina"), extracts.suspect())))
                .contains("0 persons received", "1 rows already known");
    }

    @Test
    void whoIsNamedByMistakeIsLeftByTheLinksThatRestedOnIt() throws IOException {
        UUID known = here.give(here.nurse, here.victim());
        extracts.load(PeopleCommand.DONE, extracts.row(1, "2026-01-10"));
        String key = extracts.crime(1) + " victim";
        UUID former = UUID.fromString(here.partnership
                .asked("select id from people.source_record where source_key = ?", key)
                .getFirst());
        assertThat(here.together(known, former)).isTrue();
        here.bar(former, here.otherOfficer);
        extracts.load(
                PeopleCommand.DONE,
                extracts.row(
                        1,
                        "2026-01-10",
                        "Zelda,%sova,1961-11-30,77 Elsewhere Road,ZY1 1ZZ,,".formatted(here.family),
                        extracts.suspect()));
        UUID now = UUID.fromString(here.partnership
                .asked("select id from people.source_record where source_key = ? and supersedes_id is not null", key)
                .getFirst());
        assertThat(here.together(now, former)).isTrue();
        assertThat(here.together(known, former)).isFalse();
        assertThat(here.suggested(now, known)).containsExactly("CORRECTED");
        assertThat(here.partnership.count("""
                        select count(*) from access.withheld w
                        where w.membership_id = ? and w.record_id = ?
                        """, here.otherOfficer.membership(), now))
                .as("the barrier on the older holds for the newer")
                .isOne();
        assertThat(reviewing.decide(here.coordinator, here.suggestion(now, known), Suggestion.Choice.LINK, ""))
                .as("and the coordinator may link them again")
                .isEqualTo(new Decided.Done());
        assertThat(here.together(now, known)).isTrue();
    }

    @Test
    void whatIsKeptApartStaysApartWhenItIsCorrected() throws IOException {
        extracts.load(PeopleCommand.DONE, extracts.row(1, "2026-01-10"));
        UUID former = record(1);
        UUID known = here.give(here.nurse, here.victim());
        assertThat(here.together(known, former)).isTrue();
        undoing.undo(here.coordinator, here.linkBetween(known, former), "invented");
        extracts.load(PeopleCommand.DONE, extracts.row(1, "2026-01-10", extracts.victim("AMIRA"), extracts.suspect()));
        assertThat(here.together(known, record(1))).isFalse();
        assertThat(here.together(former, record(1))).isTrue();
    }

    /// The version of the victim of a crime that holds.
    private UUID record(int crime) {
        return UUID.fromString(
                here.partnership.asked("""
                        select s.id from people.source_record s where s.source_key = ?
                          and not exists (select from people.source_record n where n.supersedes_id = s.id)
                        """, extracts.crime(crime) + " victim").getFirst());
    }

    @Test
    void aCancelledCrimeCountsForNoRepeatUntilItIsGivenAgain() throws IOException {
        extracts.load(
                PeopleCommand.DONE,
                extracts.row(1, "2026-01-10"),
                extracts.row(2, "2026-03-10"),
                extracts.row(3, "2026-05-10"));
        String printed = extracts.load(PeopleCommand.DONE, extracts.cancelled(2), extracts.cancelled(9));
        assertThat(printed).contains("1 crimes taken back");
        assertThat(extracts.run(PeopleCommand.DONE, "repeats"))
                .contains(extracts.crime(1), extracts.crime(3))
                .doesNotContain(extracts.crime(2));
        assertThat(escalations
                        .between(here.coordinator, record(1), perpetrator(1))
                        .events())
                .hasSize(2);
        extracts.load(PeopleCommand.DONE, extracts.row(2, "2026-03-10"));
        assertThat(extracts.run(PeopleCommand.DONE, "repeats")).contains(extracts.crime(2));
        assertThat(escalations
                        .between(here.coordinator, record(1), perpetrator(1))
                        .events())
                .hasSize(3);
    }

    private UUID perpetrator(int crime) {
        return UUID.fromString(here.partnership
                .asked("select id from people.source_record where source_key = ?", extracts.crime(crime) + " suspect")
                .getFirst());
    }

    @Test
    void aCrimeThatStandsTwiceInAFileIsWhatItsLastRowSays() throws IOException {
        extracts.load(
                PeopleCommand.DONE,
                extracts.row(1, "2026-01-10"),
                extracts.row(1, "2026-02-10"),
                extracts.row(2, "2026-03-10"));
        assertThat(extracts.run(PeopleCommand.DONE, "repeats"))
                .contains("2026-02-10 " + extracts.crime(1))
                .doesNotContain("2026-01-10 " + extracts.crime(1));
    }
}
