package org.witan.marac;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.witan.marac.Statements.Statement;
import org.witan.people.Answer;
import org.witan.site.Days;

/// What a referral says beside who its persons are, whether it was typed here or came from another MARAC.
///
/// @param homes of its persons, in their order
/// @param sharing why what the victim did not consent to is shared; null with consent
record ReferredFacts(
        @Nullable LocalDate lastEventOn,
        List<Home> homes,
        List<Statement> statements,
        List<Ground> grounds,
        Referral.@Nullable Sharing sharing) {

    ReferredFacts {
        homes = List.copyOf(homes);
        statements = List.copyOf(statements);
        grounds = List.copyOf(grounds);
    }

    /// Reads what was typed.
    static ReferredFacts of(Answers answers, ReferredPersons persons) {
        return new ReferredFacts(
                Days.read(answers.text("happened.last")).orElse(null),
                persons.pages().stream()
                        .map(page -> new Home(answers.answer(page + ".household"), answers.text(page + ".school")))
                        .toList(),
                Statements.of(answers),
                Stream.of(Ground.values())
                        .filter(ground -> answers.all("judgement.grounds").contains(ground.name()))
                        .toList(),
                answers.answer("aware.consent") == Answer.YES ? null : sharing(answers));
    }

    private static Referral.Sharing sharing(Answers answers) {
        return new Referral.Sharing(
                answers.text("aware.purpose"),
                LawfulBasis.valueOf(answers.text("aware.basis")),
                answers.text("aware.necessity"),
                answers.text("aware.proportionality"),
                answers.text("aware.decided-by"));
    }

    @Override
    public String toString() {
        return "facts of a referral";
    }

    /// Whether a child lives with the victim, and its school.
    record Home(Answer inHousehold, String school) {

        @Override
        public String toString() {
            return "a home";
        }
    }
}
