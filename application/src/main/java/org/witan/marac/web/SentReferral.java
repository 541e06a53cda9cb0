package org.witan.marac.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.witan.marac.Answers;
import org.witan.marac.web.Step.Place;
import org.witan.site.Days;
import org.witan.site.FormPage.Control;
import org.witan.site.api.UnusableFields.One;
import org.witan.site.draft.Ask;
import tools.jackson.databind.JsonNode;

/// A referral as a system sends it: one member for each page, named as the page, with the fields of that page. So what
/// a page asks, a system can say, and nothing else.
///
/// `works-where` on a page is `worksWhere` here. What is asked of several is a list: `perpetrators`, `others`,
/// `otherContacts` beside the first in `contact`. A box
/// that
/// stands alone is true or false. Which page comes next is nobody's concern here.
final class SentReferral {
    private static final Pattern WRITTEN_DAY = Pattern.compile("\\d{1,2}[ ./-]\\d{1,2}[ ./-]\\d{2,4}|\\d{4}-.*");
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Set<String> DAYS = Set.of("born", "last");
    private static final String ANOTHER = "another";
    private final Function<String, String> words;
    private final Set<String> tools;
    private final List<One> wrong = new ArrayList<>();
    private Answers answers = Answers.of(Map.of());

    private SentReferral(Function<String, String> words, Set<String> tools) {
        this.words = words;
        this.tools = tools;
    }

    /// Reads what was sent.
    ///
    /// @param words of what is wrong, by the end of their key
    /// @param tools the keys of the risk tools in use
    static SentReferral of(JsonNode sent, Function<String, String> words, Set<String> tools) {
        var referral = new SentReferral(words, tools);
        referral.read(sent);
        return referral;
    }

    Answers answers() {
        return answers;
    }

    /// What cannot be used; empty when all can.
    List<One> wrong() {
        return List.copyOf(wrong);
    }

    /// The name of a page in what is sent: `perpetrator.2` is `perpetrators[1]`.
    static String member(String page) {
        int dot = page.indexOf('.');
        return dot < 0
                ? page
                : camel(page.substring(0, dot) + "s") + "[" + (Integer.parseInt(page.substring(dot + 1)) - 1) + "]";
    }

    /// The name of a field in what is sent.
    static String member(String page, String field) {
        return field.isEmpty() ? member(page) : member(page) + "." + camel(field);
    }

    static String camel(String field) {
        var name = new StringBuilder();
        for (String part : field.split("-", -1)) {
            name.append(name.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return name.toString();
    }

    private void read(JsonNode sent) {
        if (!sent.isObject()) {
            reject("", "shape");
            return;
        }
        var known = new HashSet<String>(Set.of("risk"));
        for (Step step : Step.values()) {
            String name = step.isRepeated() ? camel(step.page() + "s") : step.page();
            known.add(name);
            JsonNode page = sent.path(name);
            if (page.isMissingNode() || page.isNull()) {
                continue;
            }
            if (step.isRepeated()) {
                list(step, name, page);
            } else {
                page(new Place(step, 0), page);
            }
        }
        // A name that is not ours is not repeated.
        if (!known.containsAll(sent.propertyNames())) {
            reject("", "unknown");
        }
    }

    private void list(Step step, String name, JsonNode list) {
        if (!list.isArray()) {
            reject(name, "shape");
        } else if (list.size() > Answers.MOST) {
            reject(name, "many");
        } else {
            int number = 1;
            for (JsonNode one : list) {
                page(new Place(step, number++), one);
            }
        }
    }

    private void page(Place place, JsonNode page) {
        if (!page.isObject()) {
            reject(member(place.name()), "shape");
            return;
        }
        var fields = new HashMap<String, List<String>>();
        var known = new HashSet<String>();
        for (Ask ask : place.step().asks()) {
            JsonNode value = page.path(camel(ask.field()));
            if (ask.field().equals(ANOTHER)) {
                continue;
            }
            known.add(camel(ask.field()));
            if (!value.isMissingNode() && !value.isNull()) {
                List<String> said = said(place, ask, value);
                if (said != null) {
                    fields.put(ask.field(), said);
                }
            }
        }
        if (!known.containsAll(page.propertyNames())) {
            reject(member(place.name()), "unknown");
        }
        answers = answers.with(place.name(), fields);
    }

    /// What a field says; null when that cannot be used.
    private @Nullable List<String> said(Place place, Ask ask, JsonNode value) {
        String field = member(place.name(), ask.field());
        List<String> said = texts(ask, value);
        String fault = said == null ? "shape" : fault(place, ask, said);
        if (fault != null) {
            reject(field, fault);
            return null;
        }
        return said;
    }

    private static @Nullable List<String> texts(Ask ask, JsonNode value) {
        if (ask.control() != Control.CHECKBOXES) {
            return value.isString() ? List.of(value.asString()) : null;
        }
        if (ask.choices().size() == 1) {
            return value.isBoolean() ? (value.asBoolean() ? ask.choices() : List.of()) : null;
        }
        return value.isArray() && value.valueStream().allMatch(JsonNode::isString)
                ? value.valueStream().map(JsonNode::asString).toList()
                : null;
    }

    private @Nullable String fault(Place place, Ask ask, List<String> said) {
        if (said.stream().anyMatch(text -> !isOfLetters(text))) {
            return "letters";
        }
        if (said.stream().anyMatch(text -> text.length() > ask.most())) {
            return "long";
        }
        boolean choosing = !ask.choices().isEmpty() || (place.step() == Step.TOOL && ask.control() == Control.ONE_OF);
        Set<String> choices = ask.choices().isEmpty() ? tools : Set.copyOf(ask.choices());
        if (choosing && said.stream().anyMatch(text -> !text.isEmpty() && !choices.contains(text))) {
            return "choice";
        }
        return DAYS.contains(ask.field()) && said.stream().anyMatch(text -> !isDayOrWords(text)) ? "day" : null;
    }

    /// A day is written 1988-05-04, so that nobody mistakes the month for the day. What is not known so well is words.
    private static boolean isDayOrWords(String text) {
        String day = text.strip();
        return !WRITTEN_DAY.matcher(day).matches()
                || (ISO.matcher(day).matches() && Days.read(day).isPresent());
    }

    /// Whether the database can hold it: no control characters but those of lines, and no half of a letter.
    static boolean isOfLetters(String text) {
        return text.codePoints()
                .noneMatch(letter -> (Character.isISOControl(letter) && "\n\r\t".indexOf(letter) < 0)
                        || Character.getType(letter) == Character.SURROGATE);
    }

    private void reject(String field, String code) {
        wrong.add(new One(field, code, words.apply(code)));
    }
}
