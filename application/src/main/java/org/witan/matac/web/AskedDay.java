package org.witan.matac.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.witan.matac.Basis;
import org.witan.site.Days;
import org.witan.site.Field;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// The day and the basis that a list is asked for.
@Component
class AskedDay {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private final Days days;
    private final Wording words;

    AskedDay(Days days, Wording words) {
        this.days = days;
        this.words = words;
    }

    /// What was asked, made whole.
    ///
    /// @param day null when what was typed is none that can be asked
    /// @param problem why not; null when it can
    record Question(
            String typed,
            @Nullable LocalDate day,
            Basis basis,
            @Nullable Problem problem,
            Field dayField,
            Field basisField) {

        /// As it stands in an address, for the links of a page.
        String query() {
            return day == null ? "" : "day=" + day + "&basis=" + basis;
        }

        List<Problem> problems() {
            return problem == null ? List.of() : List.of(problem);
        }
    }

    /// Nothing typed asks for today, as it was known.
    Question read(String typed, String basis) {
        LocalDate day = typed.isBlank()
                ? days.today()
                : Days.read(typed.strip()).filter(this::canBeAsked).orElse(null);
        var problem = day == null ? new Problem("day", words.the("matac.ask.day.wrong")) : null;
        Basis chosen = basis.equals(Basis.KNOWN_NOW.name()) ? Basis.KNOWN_NOW : Basis.KNOWN_THEN;
        return new Question(
                typed,
                day,
                chosen,
                problem,
                Field.of(
                        "day",
                        words.the("matac.ask.day"),
                        words.the("matac.ask.day.hint"),
                        day == null ? typed : Days.typed(day),
                        problem == null ? null : problem.text(),
                        List.of()),
                Field.of("basis", words.the("matac.ask.basis"), null, chosen.name(), null, bases()));
    }

    private boolean canBeAsked(LocalDate day) {
        return !day.isAfter(days.today()) && !day.isBefore(FIRST);
    }

    private List<Field.Choice> bases() {
        var all = new ArrayList<Field.Choice>();
        for (Basis basis : Basis.values()) {
            all.add(new Field.Choice(basis.name(), words.the("matac.basis." + basis)));
        }
        return List.copyOf(all);
    }
}
