package org.witan.risk.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.witan.risk.Answer;
import org.witan.risk.GivenAnswer;
import org.witan.risk.LoadedWording;
import org.witan.risk.Question;
import org.witan.risk.Tool;
import org.witan.risk.form.AskedTool.AskedQuestion;
import org.witan.risk.form.AskedTool.Choice;
import org.witan.site.Problem;
import org.witan.site.Wording;

/// A tool as a form: the questions as a page asks them, and the answers that came back. A question that nobody touched
/// was not asked.
///
/// A question with the key `injury` has the fields `answer-injury`, `source-injury` and
/// `note-injury`. What was typed is kept and shown again.
public final class ToolForm {
    private static final String ANSWER = "answer-";
    private static final String SOURCE = "source-";
    private static final String NOTE = "note-";
    private final Wording words;
    private final Tool tool;
    private final @Nullable LoadedWording wording;
    private final Map<String, String> typed;

    private ToolForm(Wording words, Tool tool, @Nullable LoadedWording wording, Map<String, String> typed) {
        this.words = words;
        this.tool = tool;
        this.wording = wording;
        this.typed = Map.copyOf(typed);
    }

    /// A tool that nobody has answered yet, or with the answers that are known.
    ///
    /// @param wording the licensed words to show; null for our own topics
    /// @param known by the key of the question
    public static ToolForm of(
            Wording words, Tool tool, @Nullable LoadedWording wording, Map<String, GivenAnswer> known) {
        var typed = new HashMap<String, String>();
        known.forEach((key, given) -> {
            typed.put(ANSWER + key, given.answer().name());
            typed.put(SOURCE + key, given.source());
            typed.put(NOTE + key, given.note());
        });
        return new ToolForm(words, tool, wording, typed);
    }

    /// A tool as it was sent.
    ///
    /// @param sent the parameters of the request; those of other fields are left alone
    public static ToolForm sent(
            Wording words, Tool tool, @Nullable LoadedWording wording, Map<String, List<String>> sent) {
        var typed = new HashMap<String, String>();
        sent.forEach((field, values) -> {
            if (!values.isEmpty()) {
                typed.put(field, values.getFirst().replace("\0", "").strip());
            }
        });
        return new ToolForm(words, tool, wording, typed);
    }

    /// The answers, one for each question. What cannot be used is among the [#problems] and here not asked.
    public Map<String, GivenAnswer> answers() {
        var answers = new LinkedHashMap<String, GivenAnswer>();
        for (Question question : tool.questions()) {
            Answer answer = Answer.named(value(ANSWER, question))
                    .filter(tool.scale().answers()::contains)
                    .orElse(Answer.Missing.NOT_ASKED);
            answers.put(question.key(), new GivenAnswer(answer, value(SOURCE, question), value(NOTE, question)));
        }
        return answers;
    }

    /// What cannot be used, each with the field that a summary leads to. Nothing that is missing is among it.
    public List<Problem> problems() {
        var problems = new ArrayList<Problem>();
        for (Question question : tool.questions()) {
            String error = error(question);
            if (error != null) {
                problems.add(new Problem(ANSWER + question.key(), error));
            }
        }
        return problems;
    }

    /// The questions as a page asks them.
    public AskedTool asked() {
        var sections = new LinkedHashMap<String, List<AskedQuestion>>();
        for (Question question : tool.questions()) {
            sections.computeIfAbsent(question.section(), _ -> new ArrayList<>()).add(asked(question));
        }
        return new AskedTool(
                tool.name(),
                tool.version(),
                wording == null ? "" : wording.id().toString(),
                wording == null ? words.the("risk.topics.ours") : wording.licence(),
                sections.entrySet().stream()
                        .map(section -> new AskedTool.Section(
                                section.getKey(),
                                words.the("risk.section." + section.getKey()),
                                List.copyOf(section.getValue())))
                        .toList());
    }

    private AskedQuestion asked(Question question) {
        String field = ANSWER + question.key();
        String chosen = value(ANSWER, question);
        String source = value(SOURCE, question);
        String note = value(NOTE, question);
        var choices = new ArrayList<Choice>();
        for (Answer answer : tool.scale().answers()) {
            choices.add(new Choice(
                    choices.isEmpty() ? field : field + "-" + answer.name(),
                    answer.name(),
                    words.the("risk.answer." + answer.name()),
                    answer.name().equals(chosen),
                    answer.isMissing()));
        }
        String licensed = wording == null ? null : wording.lines().get(question.key());
        return new AskedQuestion(
                field,
                words.the("risk.question", tool.number(question), licensed == null ? question.topic() : licensed),
                words.the("risk.about." + question.about()),
                choices,
                SOURCE + question.key(),
                source,
                NOTE + question.key(),
                note,
                !source.isEmpty() || !note.isEmpty(),
                error(question));
    }

    private @Nullable String error(Question question) {
        int number = tool.number(question);
        String chosen = value(ANSWER, question);
        if (!chosen.isEmpty()
                && Answer.named(chosen).filter(tool.scale().answers()::contains).isEmpty()) {
            return words.the("risk.question.unknown", number);
        }
        if (value(SOURCE, question).length() > GivenAnswer.LONGEST_SOURCE) {
            return words.the("risk.question.source-long", number, GivenAnswer.LONGEST_SOURCE);
        }
        return value(NOTE, question).length() > GivenAnswer.LONGEST_NOTE
                ? words.the("risk.question.note-long", number, GivenAnswer.LONGEST_NOTE)
                : null;
    }

    private String value(String prefix, Question question) {
        return typed.getOrDefault(prefix + question.key(), "");
    }
}
