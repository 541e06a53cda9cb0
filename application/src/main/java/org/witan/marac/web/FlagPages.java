package org.witan.marac.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.marac.FlagTally;
import org.witan.marac.FlagWord;
import org.witan.marac.FlaggedCase;
import org.witan.people.SourceRecord;
import org.witan.site.Days;
import org.witan.site.Wording;

/// Makes the pages of flags.
@Component
class FlagPages {
    private final Wording words;
    private final Days days;

    FlagPages(Wording words, Days days) {
        this.words = words;
        this.days = days;
    }

    FlagsPage flags(List<FlaggedCase> all) {
        LocalDate today = days.today();
        return new FlagsPage(
                rows(all, one -> one.isToSet(today)),
                rows(all, one -> one.isToRemove(today)),
                rows(all, one -> one.isLive(today) && one.says(FlagWord.SET)),
                rows(all, one -> !one.isLive(today) && one.says(FlagWord.REMOVED)));
    }

    TalliesPage tallies(List<FlagTally> all) {
        LocalDate today = days.today();
        return new TalliesPage(
                all.stream().filter(one -> one.isLive(today)).map(this::row).toList(),
                all.stream().filter(one -> !one.isLive(today)).map(this::row).toList());
    }

    private List<Row> rows(List<FlaggedCase> all, Predicate<FlaggedCase> which) {
        return all.stream().filter(which).map(this::row).toList();
    }

    private Row row(FlaggedCase one) {
        FlaggedCase.Said last = one.last();
        return new Row(
                one.referral(),
                one.reference(),
                dates(one),
                words.the(one.isLive(days.today()) ? "marac.flag.until" : "marac.flag.ended", Days.words(one.until())),
                one.persons().stream().map(this::person).toList(),
                last == null
                        ? ""
                        : words.the(
                                "marac.flag.said." + last.what(),
                                Days.words(last.at()),
                                Objects.requireNonNullElse(last.by(), words.the("marac.flag.somebody"))),
                last == null ? null : last.id());
    }

    private String dates(FlaggedCase one) {
        LocalDate met = one.metOn();
        if (!one.heard()) {
            return words.the("marac.flag.dates.not-heard", Days.words(one.referredOn()));
        }
        return met == null
                ? words.the("marac.flag.dates.referred", Days.words(one.referredOn()))
                : words.the("marac.flag.dates", Days.words(one.referredOn()), Days.words(met));
    }

    /// When a case was heard last, as far as it is told, and when it lapsed.
    static String lapsed(Wording words, FlaggedCase one) {
        LocalDate met = one.metOn();
        return met == null
                ? words.the("marac.lapsed.after", Days.words(one.until()))
                : words.the("marac.lapsed.line", Days.words(met), Days.words(one.until()));
    }

    /// Somebody to flag, as a file of an agency would name them.
    String person(SourceRecord person) {
        String name = (person.name().given() + " " + person.name().family()).strip();
        LocalDate born = person.bornOn();
        String day = born == null ? person.dateOfBirth() : Days.words(born);
        String aliases = person.aliases().stream()
                .map(alias -> (alias.name().given() + " " + alias.name().family()).strip())
                .collect(Collectors.joining("; "));
        return words.the(
                aliases.isEmpty() ? "marac.flag.person" : "marac.flag.person.aliases",
                words.the("people.standing." + person.standing()),
                name.isEmpty() ? words.the("people.name.none") : name,
                day.isEmpty() ? words.the("people.born.none") : words.the("marac.flag.born", day),
                aliases);
    }

    private TallyRow row(FlagTally one) {
        return new TallyRow(
                one.referral(),
                one.reference(),
                words.the("marac.flag.met", Days.words(one.metOn())),
                words.the(one.isLive(days.today()) ? "marac.flag.until" : "marac.flag.ended", Days.words(one.until())),
                words.the("marac.flag.tally", one.set(), one.agencies()),
                words.the("marac.flag.tally", one.removed(), one.agencies()));
    }

    /// The flags of one agency.
    ///
    /// @param live flagged, and still live
    /// @param removed lapsed lately and removed
    record FlagsPage(List<Row> toSet, List<Row> toRemove, List<Row> live, List<Row> removed) {}

    /// One case.
    ///
    /// @param said what the agency said last; empty when nothing
    /// @param flag what can be undone; null when nothing was said
    record Row(
            UUID referral,
            String reference,
            String dates,
            String until,
            List<String> persons,
            String said,
            @Nullable UUID flag) {}

    /// What all agencies said.
    record TalliesPage(List<TallyRow> live, List<TallyRow> lapsed) {}

    /// One case.
    record TallyRow(UUID referral, String reference, String met, String until, String set, String removed) {}
}
