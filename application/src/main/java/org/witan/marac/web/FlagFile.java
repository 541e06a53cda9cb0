package org.witan.marac.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.marac.FlaggedCase;
import org.witan.people.SourceRecord;
import org.witan.site.Days;
import org.witan.site.Wording;

/// The flags of an agency as a file that a spreadsheet opens: a row for each person to flag, and what its reader must
/// know above.
@Component
class FlagFile {
    private final Wording words;
    private final Days days;

    FlagFile(Wording words, Days days) {
        this.words = words;
        this.days = days;
    }

    String of(List<FlaggedCase> all) {
        LocalDate today = days.today();
        var head = Stream.of(
                row(words.the("marac.flag.file.marking")),
                row(words.the("marac.flag.file.made", Days.words(today))),
                row(
                        words.the("marac.flag.file.reference"),
                        words.the("marac.flag.file.state"),
                        words.the("marac.flag.file.until"),
                        words.the("marac.flag.file.standing"),
                        words.the("marac.flag.file.name"),
                        words.the("marac.flag.file.born")));
        var rows = all.stream().flatMap(one -> rows(one, today));
        // Spreadsheet programs take a file without the mark for their own code page.
        return "\uFEFF" + Stream.concat(head, rows).map(row -> row + "\r\n").collect(Collectors.joining());
    }

    private Stream<String> rows(FlaggedCase one, LocalDate today) {
        String state = words.the("marac.flag.file.state." + state(one, today));
        String until = one.until().toString();
        return one.persons().isEmpty()
                ? Stream.of(row(one.reference(), state, until, "", "", ""))
                : one.persons().stream()
                        .map(person -> row(
                                one.reference(),
                                state,
                                until,
                                words.the("people.standing." + person.standing()),
                                (person.name().given() + " " + person.name().family()).strip(),
                                born(person)));
    }

    private static String state(FlaggedCase one, LocalDate today) {
        if (one.isLive(today)) {
            return one.isToSet(today) ? "TO_SET" : "LIVE";
        }
        return one.isToRemove(today) ? "TO_REMOVE" : "REMOVED";
    }

    private static String born(SourceRecord person) {
        LocalDate born = person.bornOn();
        return born == null ? person.dateOfBirth() : born.toString();
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(FlagFile::cell).collect(Collectors.joining(","));
    }

    /// A text that starts like a formula would be run by the program that opens the file.
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
