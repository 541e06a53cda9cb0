package org.witan.marac.web;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.witan.marac.FlaggedCase;
import org.witan.people.SourceRecord;
import org.witan.site.Days;
import org.witan.site.SheetRow;
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
                SheetRow.of(words.the("marac.flag.file.marking")),
                SheetRow.of(words.the("marac.flag.file.made", Days.words(today))),
                SheetRow.of(
                        words.the("marac.flag.file.reference"),
                        words.the("marac.flag.file.state"),
                        words.the("marac.flag.file.until"),
                        words.the("marac.flag.file.standing"),
                        words.the("marac.flag.file.name"),
                        words.the("marac.flag.file.born")));
        var rows = all.stream().flatMap(one -> rows(one, today));
        return SheetRow.MARK
                + Stream.concat(head, rows).map(row -> row + SheetRow.END).collect(Collectors.joining());
    }

    private Stream<String> rows(FlaggedCase one, LocalDate today) {
        String state = words.the("marac.flag.file.state." + state(one, today));
        String until = one.until().toString();
        return one.persons().isEmpty()
                ? Stream.of(SheetRow.of(one.reference(), state, until, "", "", ""))
                : one.persons().stream()
                        .map(person -> SheetRow.of(
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
}
