package org.witan.marac;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.witan.people.Answer;
import org.witan.site.Days;

/// What a draft still lacks. Most of it is help and no wall: only what the law, another route or the conference itself
/// cannot do without keeps a referral from being sent.
///
/// @param walls why it cannot be sent, as ends of keys of words; empty when it can
/// @param missing what would help whoever reads it, with the page on which it is asked
/// @param checklist whether the victim is 16 or 17, or may be, for whom there is a checklist of its own
public record Completeness(List<Wall> walls, List<Missing> missing, boolean checklist) {
    /// Why a referral cannot be sent.
    public enum Wall {
        NO_VICTIM("victim"),
        NO_PERPETRATOR("perpetrator.1"),
        /// Under 16, the route is children's safeguarding.
        UNDER_16("victim"),
        /// A date of birth that is in the future or more than 120 years ago.
        IMPOSSIBLE_BIRTH("victim"),
        /// Something is written about a child or another person who has neither a name nor a date of birth: it would be
        /// lost.
        NAMELESS("other.1"),
        NO_GROUND("judgement"),
        NO_WORDS_OF_JUDGEMENT("judgement"),
        NO_SHARING_DECISION("aware"),
        FUTURE_EVENT("happened");

        private final String page;

        Wall(String page) {
            this.page = page;
        }

        /// The page on which it is put right.
        public String page() {
            return page;
        }
    }

    /// Something that would help.
    ///
    /// @param page where it is asked
    /// @param field end of the key of its words
    public record Missing(String page, String field) {}

    public Completeness {
        walls = List.copyOf(walls);
        missing = List.copyOf(missing);
    }

    /// Whether it can be sent.
    public boolean canBeSent() {
        return walls.isEmpty();
    }

    /// Reads what was typed.
    public static Completeness of(Answers answers, LocalDate today) {
        var walls = new ArrayList<Wall>();
        if (nameless(answers, "victim")) {
            walls.add(Wall.NO_VICTIM);
        }
        if (answers.places("perpetrator").stream().allMatch(place -> nameless(answers, "perpetrator." + place))
                && answers.text("perpetrator.1.unknown").isEmpty()) {
            walls.add(Wall.NO_PERPETRATOR);
        }
        Optional<Ages> ages = Ages.of(answers.text("victim.born"), today);
        ages.filter(Ages::areImpossible).ifPresent(_ -> walls.add(Wall.IMPOSSIBLE_BIRTH));
        ages.filter(Ages::areUnder16).ifPresent(_ -> walls.add(Wall.UNDER_16));
        Days.read(answers.text("happened.last"))
                .filter(day -> day.isAfter(today))
                .ifPresent(_ -> walls.add(Wall.FUTURE_EVENT));
        if (answers.places("other").stream().anyMatch(place -> isNameless(answers, "other." + place))) {
            walls.add(Wall.NAMELESS);
        }
        addDecisions(answers, walls);
        boolean checklist = asksChecklist(answers, today);
        List<Missing> missing = missing(answers);
        if (checklist && Stream.of(YoungQuestion.values()).noneMatch(one -> one.isAnswered(answers))) {
            missing.add(new Missing(YoungQuestion.PAGE, YoungQuestion.WORKER.field()));
        }
        return new Completeness(walls, missing, checklist);
    }

    /// Whether the victim is 16 or 17, or may be, by what was typed.
    public static boolean asksChecklist(Answers answers, LocalDate today) {
        return Ages.of(answers.text("victim.born"), today)
                .filter(Ages::mayBe16Or17)
                .isPresent();
    }

    private static void addDecisions(Answers answers, List<Wall> walls) {
        List<String> grounds = answers.all("judgement.grounds");
        if (grounds.isEmpty()) {
            walls.add(Wall.NO_GROUND);
        } else if (grounds.contains(Ground.PROFESSIONAL_JUDGEMENT.name())
                && answers.text("judgement.words").isEmpty()) {
            walls.add(Wall.NO_WORDS_OF_JUDGEMENT);
        }
        boolean decided = List.of("purpose", "basis", "necessity", "proportionality", "decided-by").stream()
                .noneMatch(field -> answers.text("aware." + field).isEmpty());
        if (answers.answer("aware.consent") != Answer.YES && !decided) {
            walls.add(Wall.NO_SHARING_DECISION);
        }
    }

    private static List<Missing> missing(Answers answers) {
        var missing = new ArrayList<Missing>();
        for (String field : List.of(
                "danger.now",
                "referrer.name",
                "referrer.phone",
                "victim.born",
                "address.postcode",
                "contact.value",
                "contact.safe",
                "happened.words",
                "happened.last",
                "tool.which",
                "wants.wants",
                "wants.fears",
                "aware.aware")) {
            if (answers.text(field).isEmpty()) {
                int dot = field.indexOf('.');
                missing.add(new Missing(field.substring(0, dot), field.substring(dot + 1)));
            }
        }
        if (!answers.text("happened.last").isEmpty()
                && Days.read(answers.text("happened.last")).isEmpty()) {
            missing.add(new Missing("happened", "last"));
        }
        if (answers.has(ReferredRisk.PAGE)
                && !answers.text(ReferredRisk.PAGE + ".tool").equals(answers.text("tool.which"))) {
            missing.add(new Missing("tool", "which"));
        }
        if (answers.text("perpetrator.1.born").isEmpty()) {
            missing.add(new Missing("perpetrator.1", "born"));
        }
        if (answers.count("other") == 0 && answers.text("other.1.none").isEmpty()) {
            missing.add(new Missing("other.1", "given"));
        }
        return missing;
    }

    private static boolean isNameless(Answers answers, String page) {
        return nameless(answers, page)
                && answers.on(page).keySet().stream()
                        .anyMatch(
                                field -> List.of("school", "care", "household").contains(field));
    }

    /// Whether a page says of nobody who they are.
    static boolean nameless(Answers answers, String page) {
        return answers.text(page + ".given").isEmpty()
                && answers.text(page + ".family").isEmpty()
                && answers.text(page + ".born").isEmpty();
    }
}
