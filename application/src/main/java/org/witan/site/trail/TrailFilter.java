package org.witan.site.trail;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.witan.access.trail.ReadingTrail;
import org.witan.access.trail.TrailQuestion;
import org.witan.site.Field;
import org.witan.site.Form;
import org.witan.site.Ids;
import org.witan.site.Wording;

/// What was asked on the page, read from the address. It holds references and ids, never a name.
final class TrailFilter {
    private static final int USUAL_DAYS = 30;
    private static final List<String> FIELDS = List.of("reference", "person", "agency", "deed", "from", "until");
    private final Wording words;
    private final Form form;
    private final TrailQuestion question;

    private TrailFilter(Wording words, Form form, @Nullable UUID before, LocalDate today) {
        this.words = words;
        this.form = form;
        LocalDate until = day("until", today);
        LocalDate from = day("from", until.minusDays(USUAL_DAYS));
        if (from.isAfter(until)) {
            form.reject("from", "late");
        }
        this.question = new TrailQuestion(
                form.value("reference"), id("person"), id("agency"), form.value("deed"), from, until, before);
    }

    static TrailFilter of(Wording words, Map<String, List<String>> sent, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), TrailWords.HERE);
        var known = new TreeMap<>(sent);
        known.computeIfAbsent("until", _ -> List.of(today.toString()));
        known.computeIfAbsent("from", _ -> List.of(today.minusDays(USUAL_DAYS).toString()));
        return new TrailFilter(words, Form.sent(words, "trail.filter", known), before(sent), today);
    }

    private static @Nullable UUID before(Map<String, List<String>> sent) {
        List<String> values = sent.getOrDefault("before", List.of());
        return values.isEmpty() ? null : Ids.read(values.getFirst());
    }

    private LocalDate day(String field, LocalDate usual) {
        String value = form.value(field);
        try {
            return value.isEmpty() ? usual : LocalDate.parse(value);
        } catch (DateTimeParseException _) {
            form.reject(field, "unreadable");
            return usual;
        }
    }

    private @Nullable UUID id(String field) {
        String value = form.value(field);
        UUID id = Ids.read(value);
        if (id == null && !value.isEmpty()) {
            form.reject(field, "unknown");
        }
        return id;
    }

    Form form() {
        return form;
    }

    TrailQuestion question() {
        return question;
    }

    /// The same question with the same words in an address.
    String address(String path, @Nullable UUID before) {
        String query = FIELDS.stream()
                .filter(field -> !form.value(field).isEmpty())
                .map(field -> field + "=" + URLEncoder.encode(form.value(field), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return path + "?" + query + (before == null ? "" : "&before=" + before);
    }

    Field choice(String field, List<ReadingTrail.Choice> offered) {
        var choices = new ArrayList<Field.Choice>();
        choices.add(new Field.Choice("", words.the("trail.filter." + field + ".all")));
        offered.forEach(one -> choices.add(new Field.Choice(one.code(), one.words())));
        return form.field(field, choices);
    }
}
