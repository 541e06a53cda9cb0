package org.witan.marac.web;

import static org.witan.site.draft.Ask.answer;
import static org.witan.site.draft.Ask.boxes;
import static org.witan.site.draft.Ask.line;
import static org.witan.site.draft.Ask.radios;
import static org.witan.site.draft.Ask.select;
import static org.witan.site.draft.Ask.words;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.witan.marac.Answers;
import org.witan.marac.Completeness;
import org.witan.marac.Ground;
import org.witan.marac.LawfulBasis;
import org.witan.marac.ToHarmer;
import org.witan.people.Relation;
import org.witan.people.SafeContact;
import org.witan.site.draft.Ask;

/// The pages of a referral in their order: danger first, then who, what and why.
///
/// A page that is answered for each of several persons or ways is shown once for each:
/// `perpetrator.1`, `perpetrator.2`. Two are asked only where another answer says so: further ways to
/// reach the victim, and the checklist for 16 and 17.
enum Step {
    DANGER("danger", radios("now", "YES", "NO", "UNKNOWN"), words("done")),
    REFERRER(
            "referrer",
            line("name"),
            line("post"),
            line("phone", 40, "tel"),
            line("email", 254, "email"),
            line("manager"),
            line("presenter")),
    VICTIM(
            "victim",
            line("given"),
            line("family"),
            words("aliases", 500),
            line("born", 40, "text"),
            radios("sex", "Female", "Male", "Other", "Not known"),
            line("language", 80, "text"),
            answer("interpreter"),
            answer("pregnant"),
            answer("hides"),
            answer("works"),
            line("works-where", 200, "text")),
    ADDRESS(
            "address",
            words("lines", 300),
            line("town"),
            line("postcode", 12, "text"),
            answer("hidden"),
            line("tenure")),
    CONTACT(
            "contact",
            select("means", names(SafeContact.Means.values())),
            line("value", 254, "text"),
            answer("safe"),
            answer("voicemail"),
            line("times", 200, "text"),
            words("safe-people", 2000),
            words("unsafe-people", 2000),
            words("remark", 500),
            radios("another", "YES", "NO")),
    OTHER_CONTACT(
            "other-contact",
            select("means", names(SafeContact.Means.values())),
            line("value", 254, "text"),
            answer("safe"),
            answer("voicemail"),
            line("times", 200, "text"),
            words("remark", 500),
            radios("another", "YES", "NO")),
    PERPETRATOR(
            "perpetrator",
            line("given"),
            line("family"),
            words("aliases", 500),
            line("born", 40, "text"),
            radios("sex", "Female", "Male", "Other", "Not known"),
            select("relation", names(Relation.values())),
            words("lines", 300),
            line("postcode", 12, "text"),
            words("more"),
            answer("works"),
            line("works-where", 200, "text"),
            boxes("unknown", List.of("YES")),
            radios("another", "YES", "NO")),
    OTHER(
            "other",
            radios("standing", "CHILD", "OTHER"),
            line("given"),
            line("family"),
            line("born", 40, "text"),
            select("relation-victim", names(Relation.values())),
            select(ToHarmer.field(1), names(Relation.values())),
            select(ToHarmer.field(2), names(Relation.values())),
            select(ToHarmer.field(3), names(Relation.values())),
            select(ToHarmer.field(4), names(Relation.values())),
            select(ToHarmer.field(5), names(Relation.values())),
            select(ToHarmer.field(6), names(Relation.values())),
            select(ToHarmer.field(7), names(Relation.values())),
            select(ToHarmer.field(8), names(Relation.values())),
            answer("household"),
            line("school", 200, "text"),
            words("care", 2000),
            boxes("none", List.of("YES")),
            radios("another", "YES", "NO")),
    YOUNG(
            "young",
            answer("worker"),
            words("worker-words", 500),
            answer("care"),
            words("care-words", 500),
            answer("siblings"),
            words("siblings-words", 500),
            answer("exploitation"),
            words("exploitation-words", 500)),
    EQUALITY(
            "equality",
            line("ethnicity"),
            answer("minoritised"),
            answer("disability"),
            line("disability-words", 500, "text"),
            answer("lgbt"),
            line("immigration", 200, "text")),
    HAPPENED("happened", words("words"), line("last", 40, "text"), line("often", 200, "text")),
    TOOL("tool", select("which", List.of()), words("why-not", 2000)),
    JUDGEMENT("judgement", boxes("grounds", names(Ground.values())), words("words")),
    WANTS("wants", words("wants"), words("fears"), answer("police"), words("police-how", 1000)),
    AWARE(
            "aware",
            answer("aware"),
            words("why-not", 2000),
            answer("consent"),
            words("purpose", 5000),
            select("basis", names(LawfulBasis.values())),
            words("necessity", 5000),
            words("proportionality", 5000),
            line("decided-by", 200, "text")),
    ELSEWHERE("elsewhere", words("words", 2000));

    private static final List<Step> ORDER = List.of(values());
    private final String page;

    // A list that nobody can change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Ask> asks;

    Step(String page, Ask... asks) {
        this.page = page;
        this.asks = List.of(asks);
    }

    String page() {
        return page;
    }

    List<Ask> asks() {
        return asks;
    }

    /// Those that are asked, as far as was answered: what somebody is to each alleged perpetrator who is named, or to
    /// whoever causes harm where none is.
    List<Ask> asks(Answers answers) {
        Set<String> asked =
                ToHarmer.asked(answers).stream().map(ToHarmer::field).collect(Collectors.toSet());
        return asks.stream()
                .filter(ask -> !ToHarmer.isOne(ask.field()) || asked.contains(ask.field()))
                .toList();
    }

    boolean isRepeated() {
        return this == PERPETRATOR || this == OTHER || this == OTHER_CONTACT;
    }

    /// Whether it is asked, as far as was answered. What was typed there once stays.
    boolean isAsked(Answers answers, LocalDate today) {
        return switch (this) {
            case OTHER_CONTACT -> answers.text("contact.another").equals("YES") || answers.count(page) > 0;
            case YOUNG -> answers.has(page) || Completeness.asksChecklist(answers, today);
            case DANGER,
                    REFERRER,
                    VICTIM,
                    ADDRESS,
                    CONTACT,
                    PERPETRATOR,
                    OTHER,
                    EQUALITY,
                    HAPPENED,
                    TOOL,
                    JUDGEMENT,
                    WANTS,
                    AWARE,
                    ELSEWHERE -> true;
        };
    }

    /// A page by its name.
    static Optional<Place> at(String name) {
        int dot = name.indexOf('.');
        String page = dot < 0 ? name : name.substring(0, dot);
        return Arrays.stream(values())
                .filter(step -> step.page.equals(page))
                .findFirst()
                .flatMap(step -> step.place(dot < 0 ? "" : name.substring(dot + 1)));
    }

    private Optional<Place> place(String number) {
        if (!isRepeated()) {
            return number.isEmpty() ? Optional.of(new Place(this, 0)) : Optional.empty();
        }
        return number.matches("[1-9]") && Integer.parseInt(number) <= Answers.MOST
                ? Optional.of(new Place(this, Integer.parseInt(number)))
                : Optional.empty();
    }

    Place first() {
        return new Place(this, isRepeated() ? 1 : 0);
    }

    private static List<String> names(Enum<?>[] all) {
        return Stream.of(all).map(Enum::name).toList();
    }

    /// One page: a step, and which person it is about.
    ///
    /// @param number which person; 0 on pages that are about none
    record Place(Step step, int number) {

        String name() {
            return number == 0 ? step.page : step.page + "." + number;
        }

        /// The page after this one; empty after the last.
        Optional<Place> next(Answers answers, LocalDate today) {
            if (step.isRepeated() && answers.text(name() + ".another").equals("YES") && number < Answers.MOST) {
                return Optional.of(new Place(step, number + 1));
            }
            return ORDER.stream()
                    .skip(ORDER.indexOf(step) + 1L)
                    .filter(later -> later.isAsked(answers, today))
                    .findFirst()
                    .map(Step::first);
        }

        /// The page before this one; empty before the first.
        Optional<Place> before(Answers answers, LocalDate today) {
            if (number > 1) {
                return Optional.of(new Place(step, number - 1));
            }
            return ORDER.subList(0, ORDER.indexOf(step)).reversed().stream()
                    .filter(earlier -> earlier.isAsked(answers, today))
                    .findFirst()
                    .map(earlier -> earlier.isRepeated()
                            ? new Place(earlier, Math.max(1, answers.count(earlier.page)))
                            : earlier.first());
        }
    }
}
