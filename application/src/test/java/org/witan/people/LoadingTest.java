package org.witan.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.witan.RunningApplication;

/// An extract as the police give it, loaded beside the running application.
class LoadingTest extends RunningApplication {
    private static final String HEADER =
            "Crime Reference,offence_code,recorded_on,committed_to,relationship,victim_sex,victim_reference,"
                    + "victim_given_name,victim_surname,victim_date_of_birth,victim_address,victim_postcode,"
                    + "victim_phone,victim_email,suspect_reference,suspect_given_name,suspect_surname,"
                    + "suspect_date_of_birth,suspect_address,suspect_postcode,suspect_phone,suspect_email\n";

    @Autowired
    private Receiving receiving;

    @Autowired
    private Environment settings;

    @TempDir
    private Path folder;

    private Neighbourhood here;
    private String agency;
    private Path home;

    @BeforeEach
    void invent() {
        here = new Neighbourhood(partnership(), receiving);
        agency = here.partnership
                .asked("select name from access.agency where id = ?", here.officer.agency())
                .getFirst();
        home = settings.getRequiredProperty("witan.trail.key", Path.class).resolveSibling("");
    }

    private String row(int number, String day, String victim, String suspect) {
        return "SYN-%s-%d,8Q,%s,%s,ex-partner,female,,%s,%s\n"
                .formatted(here.family, number, day, day, victim, suspect);
    }

    private String victim(String given) {
        return "%s,%s,1990-02-01,1 Invented Street,%s,%s,".formatted(given, here.family, here.postcode, here.phone);
    }

    private String suspect() {
        return ",Boris,%sson,1985-07-30,9 Other Road,ZY99 9ZZ,,".formatted(here.family);
    }

    private String extract() {
        return HEADER
                + row(1, "2026-01-10", victim("Amira"), suspect())
                + row(2, "2026-03-10", victim("AMIRA"), suspect())
                + row(3, "2026-05-10", victim("Amira"), suspect())
                + row(4, "2026-05-11", ",,,,,,", ",,,,,,,")
                + row(5, "2026-05-12", victim("Amira"), ",,,,,,,")
                + "SYN-short,8Q\n"
                + ",8Q,2026-01-10,2026-01-10,,,," + victim("Nobody") + "," + suspect() + "\n";
    }

    @Test
    void anExtractIsLoadedOnceHoweverOftenItIsLoadedAndTellsWhoRepeats() throws IOException {
        Path file = Files.writeString(folder.resolve("extract.csv"), extract());
        String first = run(PeopleCommand.REFUSED, "load", file.toString(), "--agency", agency);
        assertThat(first)
                .contains("7 rows read", "7 persons received", "1 rows that name nobody", "2 rows refused")
                .contains("line 7: it has not as many fields", "line 8: it has no crime reference");
        assertThat(first).doesNotContain(here.family).doesNotContain("Amira");
        String second = run(PeopleCommand.REFUSED, "load", file.toString(), "--agency", agency);
        assertThat(second).contains("0 persons received", "4 rows already known");
        assertThat(here.partnership.count("""
                        select count(distinct l.person_id) from people.link l join people.source_record s on s.id = l.record_id
                        where s.agency_id = ? and l.ended_at is null
                        """, here.officer.agency())).isEqualTo(2);

        String repeats = run(PeopleCommand.DONE, "repeats");
        assertThat(repeats).contains("SYN-" + here.family + "-1", "3 events within the window, an escalation");
        assertThat(repeats).doesNotContain("Amira").doesNotContain("Boris");
    }

    @Test
    void aLoadThatWasBrokenOffIsCompletedByTheNext() throws IOException {
        Path half = Files.writeString(
                folder.resolve("half.csv"), HEADER + row(1, "2026-01-10", victim("Amira"), suspect()));
        run(PeopleCommand.DONE, "load", half.toString(), "--agency", agency);
        Path whole = Files.writeString(folder.resolve("whole.csv"), extract());
        assertThat(run(PeopleCommand.REFUSED, "load", whole.toString(), "--agency", agency))
                .contains("5 persons received", "1 rows already known");
    }

    @Test
    void whatIsLoadedIsSeenByTheAgencyThatGaveIt() throws IOException {
        UUID known = here.give(here.nurse, here.victim());
        Path file = Files.writeString(
                folder.resolve("extract.csv"), HEADER + row(1, "2026-01-10", victim("Amira"), suspect()));
        assertThat(run(
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
        assertThat(run(PeopleCommand.BAD_INPUT, "load", file.toString(), "--agency", agency))
                .contains("no column crime_reference");
        Path none = Files.writeString(folder.resolve("none.csv"), "crime_reference,offence_code\nx,8Q\n");
        assertThat(run(PeopleCommand.BAD_INPUT, "load", none.toString(), "--agency", agency))
                .contains("no columns about persons");
        Path some = Files.writeString(folder.resolve("some.csv"), extract());
        assertThat(run(PeopleCommand.BAD_INPUT, "load", some.toString(), "--agency", "Nobody's agency"))
                .contains("no agency of this name");
        assertThat(run(PeopleCommand.BAD_INPUT, "load", "absent.csv", "--agency", agency))
                .contains("no file");
    }

    private String run(int expected, String... words) {
        var printed = new StringWriter();
        var out = new PrintWriter(printed);
        String[] all = new String[words.length + 2];
        all[0] = "--home";
        all[1] = home.toString();
        System.arraycopy(words, 0, all, 2, words.length);
        int code = PeopleCommand.commandLine().setOut(out).setErr(out).execute(all);
        assertThat(code).as(printed.toString()).isEqualTo(expected);
        return printed.toString();
    }
}
