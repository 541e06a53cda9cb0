package org.witan.marac.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.witan.marac.Answers;
import org.witan.marac.ReferredRisk;
import org.witan.risk.LoadedWording;
import org.witan.risk.Question;
import org.witan.risk.Tool;
import org.witan.risk.Tools;
import org.witan.risk.form.ToolForm;
import org.witan.site.Wording;
import org.witan.site.api.UnusableFields.One;
import tools.jackson.databind.JsonNode;

/// The answers to a risk tool as a system sends them, checked as those of a page are.
@Component
class SentRisk {
    private static final String MEMBER = "risk";
    private static final List<String> PARTS = List.of("answer", "source", "note");
    private final Tools tools;
    private final Wording words;

    SentRisk(Tools tools, Wording words) {
        this.tools = tools;
        this.words = words;
    }

    /// The answers with those to the tool, if some were sent.
    ///
    /// @param wrong gets what cannot be used
    Answers read(JsonNode sent, Answers answers, List<One> wrong) {
        JsonNode risk = sent.path(MEMBER);
        if (risk.isMissingNode() || risk.isNull()) {
            return answers;
        }
        String key = answers.text("tool.which");
        JsonNode version = risk.path("version");
        Tool tool = version.isIntegralNumber() && version.canConvertToInt()
                ? tools.find(key, version.asInt()).orElse(null)
                : version.isMissingNode() ? tools.inUse(key).orElse(null) : null;
        if (tool == null || !risk.path("answers").isObject() || !isKnown(risk, List.of("version", "answers"))) {
            wrong.add(new One(MEMBER, "tool", words.the("marac.api.tool")));
            return answers;
        }
        LoadedWording wording = tools.wording(tool).orElse(null);
        Map<String, List<String>> fields = fields(tool, risk.get("answers"), wrong);
        ToolForm form = ToolForm.sent(words, tool, wording, fields);
        form.problems()
                .forEach(problem -> wrong.add(new One(
                        MEMBER + ".answers." + problem.field().replace("answer-", ""), "answer", problem.text())));
        fields.put("tool", List.of(tool.key()));
        fields.put("version", List.of(String.valueOf(tool.version())));
        if (wording != null) {
            fields.put("wording", List.of(wording.id().toString()));
        }
        return answers.with(ReferredRisk.PAGE, fields);
    }

    private Map<String, List<String>> fields(Tool tool, JsonNode given, List<One> wrong) {
        var fields = new HashMap<String, List<String>>();
        List<String> keys = tool.questions().stream().map(Question::key).toList();
        if (!isKnown(given, keys)) {
            wrong.add(new One(MEMBER + ".answers", "question", words.the("marac.api.question")));
        }
        for (String key : keys) {
            JsonNode one = given.path(key);
            if (one.isMissingNode()) {
                continue;
            }
            var texts = new ArrayList<String>();
            PARTS.forEach(part -> {
                JsonNode text = one.path(part);
                if (text.isString() && SentReferral.isOfLetters(text.asString())) {
                    texts.add(part);
                    fields.put(part + "-" + key, List.of(text.asString()));
                }
            });
            if (!one.isObject() || one.size() != texts.size()) {
                wrong.add(new One(MEMBER + ".answers." + key, "shape", words.the("marac.api.shape")));
            }
        }
        return fields;
    }

    private static boolean isKnown(JsonNode object, List<String> names) {
        return names.containsAll(object.propertyNames());
    }
}
