package org.witan.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.env.Environment;

/// Invented extracts of a test, and the command that loads them.
final class Extracts {
    static final String HEADER =
            "Crime Reference,offence_code,recorded_on,committed_to,relationship,victim_sex,victim_reference,"
                    + "victim_given_name,victim_surname,victim_date_of_birth,victim_address,victim_postcode,"
                    + "victim_phone,victim_email,suspect_reference,suspect_given_name,suspect_surname,"
                    + "suspect_date_of_birth,suspect_address,suspect_postcode,suspect_phone,suspect_email,record_status\n";
    private final Neighbourhood here;
    private final Path home;
    private final Path folder;
    private int files;

    Extracts(Neighbourhood here, Environment settings, Path folder) {
        this.here = here;
        this.home = settings.getRequiredProperty("witan.trail.key", Path.class).resolveSibling("");
        this.folder = folder;
    }

    String agency() {
        return here.partnership
                .asked("select name from access.agency where id = ?", here.officer.agency())
                .getFirst();
    }

    /// The reference of a crime of this test.
    String crime(int number) {
        return "SYN-%s-%d".formatted(here.family, number);
    }

    String row(int number, String day) {
        return row(number, day, victim("Amira"), suspect());
    }

    String row(int number, String day, String victim, String suspect) {
        return "%s,8Q,%s,%s,ex-partner,female,,%s,%s,\n".formatted(crime(number), day, day, victim, suspect);
    }

    String cancelled(int number) {
        return crime(number) + ",8Q,2026-01-10,2026-01-10" + ",".repeat(18) + ",cancelled\n";
    }

    String victim(String given) {
        return victim(given, here.family);
    }

    String victim(String given, String family) {
        return "%s,%s,1990-02-01,1 Invented Street,%s,%s,".formatted(given, family, here.postcode, here.phone);
    }

    String suspect() {
        return ",Boris,%sson,1985-07-30,9 Other Road,ZY99 9ZZ,,".formatted(here.family);
    }

    /// Loads rows as a file of their own, for the officer's agency, and returns what was printed.
    String load(int expected, String... rows) throws IOException {
        Path file = Files.writeString(folder.resolve("extract-" + files++ + ".csv"), HEADER + String.join("", rows));
        return run(expected, "load", file.toString(), "--agency", agency());
    }

    String run(int expected, String... words) {
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
