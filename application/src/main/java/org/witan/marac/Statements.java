package org.witan.marac;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.witan.people.Answer;

/// What a draft says about each topic.
final class Statements {
    private Statements() {}

    /// Those about which something was typed.
    static List<Statement> of(Answers answers) {
        var all = new ArrayList<Statement>();
        asked(all, Topic.DANGER_NOW, answers, "danger.now", "danger.done");
        said(
                all,
                Topic.REFERRER,
                lines(
                        answers,
                        "referrer.name",
                        "referrer.post",
                        "referrer.phone",
                        "referrer.email",
                        "referrer.manager"));
        said(all, Topic.PRESENTER, answers.text("referrer.presenter"));
        said(all, Topic.WORKS_FOR_AGENCY, works(answers));
        said(all, Topic.WHAT_HAPPENED, answers.text("happened.words"));
        said(all, Topic.LAST_EVENT, lines(answers, "happened.last", "happened.often"));
        said(all, Topic.NOT_ASSESSED, answers.text("tool.why-not"));
        said(all, Topic.JUDGEMENT, answers.text("judgement.words"));
        said(all, Topic.WANTS, answers.text("wants.wants"));
        said(all, Topic.FEARS, answers.text("wants.fears"));
        asked(all, Topic.POLICE_CONTACT, answers, "wants.police", "wants.police-how");
        said(all, Topic.SAFE_TO_TALK_TO, answers.text("contact.safe-people"));
        said(all, Topic.NOT_SAFE_TO_TALK_TO, answers.text("contact.unsafe-people"));
        asked(all, Topic.AWARE, answers, "aware.aware", "aware.why-not");
        asked(all, Topic.CONSENT, answers, "aware.consent", "");
        said(all, Topic.ETHNICITY, answers.text("equality.ethnicity"));
        asked(all, Topic.MINORITISED, answers, "equality.minoritised", "");
        asked(all, Topic.DISABILITY, answers, "equality.disability", "equality.disability-words");
        asked(all, Topic.LGBT, answers, "equality.lgbt", "");
        said(all, Topic.IMMIGRATION, answers.text("equality.immigration"));
        said(all, Topic.TENURE, answers.text("address.tenure"));
        said(all, Topic.OTHER_MARACS, answers.text("elsewhere.words"));
        said(all, Topic.CHILDREN_CARE, each(answers, "other", "care"));
        if (answers.text("contact.value").isEmpty() && answers.has("contact")) {
            all.add(new Statement(
                    Topic.CONTACT, answers.answer("contact.safe"), lines(answers, "contact.times", "contact.remark")));
        }
        unreachable(all, answers);
        said(all, Topic.PERPETRATOR_MORE, each(answers, "perpetrator", "more"));
        for (YoungQuestion one : YoungQuestion.values()) {
            if (one.isAnswered(answers)) {
                String field = YoungQuestion.PAGE + "." + one.field();
                asked(all, one.topic(), answers, field, field + "-words");
            }
        }
        return all;
    }

    /// Further ways of which the number or address is not given: what is said of them is not lost.
    private static void unreachable(List<Statement> all, Answers answers) {
        answers.places(ReferredPersons.OTHER_CONTACT).stream()
                .map(place -> ReferredPersons.OTHER_CONTACT + "." + place)
                .filter(page -> answers.text(page + ".value").isEmpty())
                .map(page -> new Statement(
                        Topic.CONTACT,
                        answers.answer(page + ".safe"),
                        lines(answers, page + ".times", page + ".remark")))
                .filter(one -> one.answer() != Answer.NOT_ASKED || !one.words().isEmpty())
                .forEach(all::add);
    }

    /// Who works for an agency, or knows somebody who does, and which.
    private static String works(Answers answers) {
        return Stream.concat(
                        Stream.of("victim"),
                        answers.places("perpetrator").stream().map(place -> "perpetrator." + place))
                .filter(page -> answers.answer(page + ".works") == Answer.YES)
                .map(page -> worker(answers.text(page + ".given"), answers.text(page + ".family")) + " "
                        + answers.text(page + ".works-where"))
                .collect(Collectors.joining("\n"));
    }

    /// How the line about somebody who works for an agency begins; what follows says for which.
    static String worker(String given, String family) {
        return (given + " " + family).strip() + ":";
    }

    /// What was typed about each of several persons, with the name that it is about.
    private static String each(Answers answers, String persons, String field) {
        return answers.places(persons).stream()
                .filter(place ->
                        !answers.text(persons + "." + place + "." + field).isEmpty())
                .map(place -> (answers.text(persons + "." + place + ".given") + ": "
                        + answers.text(persons + "." + place + "." + field)))
                .collect(Collectors.joining("\n\n"));
    }

    private static void said(List<Statement> all, Topic topic, String words) {
        if (!words.isEmpty()) {
            all.add(new Statement(topic, null, words));
        }
    }

    private static void asked(List<Statement> all, Topic topic, Answers answers, String field, String more) {
        all.add(new Statement(topic, answers.answer(field), more.isEmpty() ? "" : answers.text(more)));
    }

    private static String lines(Answers answers, String... fields) {
        return Stream.of(fields)
                .map(answers::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /// What is said about one topic.
    ///
    /// @param answer null where the question takes words only
    record Statement(Topic topic, @Nullable Answer answer, String words) {}
}
