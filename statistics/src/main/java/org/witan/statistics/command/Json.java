package org.witan.statistics.command;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.witan.statistics.comparison.ClaimsCheck;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Question;
import org.witan.statistics.loading.LoadReport;
import org.witan.statistics.store.Source;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What `--json` prints. The keys are a promise to other programs.
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final JsonMapper REPORTS = MAPPER.rebuild()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private Json() {}

    static String of(Map<String, ?> object) {
        return MAPPER.writeValueAsString(object) + System.lineSeparator();
    }

    static String of(Figure figure) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("sentence", figure.sentence());
        object.put("question", question(figure.question()));
        object.put("value", number(figure.value()));
        object.put("numerator", number(figure.numerator()));
        object.put("denominator", number(figure.denominator()));
        object.put("denominator_name", figure.denominatorName());
        object.put("previous", number(figure.previous()));
        object.put("previous_numerator", number(figure.previousNumerator()));
        object.put("previous_denominator", number(figure.previousDenominator()));
        object.put("change_percent", number(figure.changePercent()));
        object.put("interval", interval(figure.interval()));
        object.put("one_in", number(figure.oneIn()));
        object.put("rounding", figure.rounding());
        object.put("state", word(figure.state()));
        object.put("refused", refused(figure.refused()));
        object.put("suppressed", figure.suppressed());
        object.put("synthetic", figure.synthetic());
        object.put("warnings", figure.warnings().stream().map(Json::warning).toList());
        object.put("definition", definition(figure.definition()));
        object.put("snapshot", figure.snapshot());
        object.put("sources", figure.sources().stream().map(Json::source).toList());
        object.put("rows", figure.rows().stream().map(Json::row).toList());
        return of(object);
    }

    /// A load's report: its fields, in the same spelling as every other key.
    static String of(LoadReport report) {
        return REPORTS.writeValueAsString(report) + System.lineSeparator();
    }

    static String of(ClaimsCheck check) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("text", check.text());
        object.put("agrees", check.agrees());
        object.put("relations", check.relations().stream().map(Json::relation).toList());
        return of(object);
    }

    private static Map<String, @Nullable Object> relation(ClaimsCheck.Relation relation) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("name", relation.name());
        object.put("printed", relation.printed());
        object.put("exact", relation.exact());
        object.put("agrees", relation.agrees());
        object.put("under", relation.under());
        object.put("explanation", relation.explanation());
        return object;
    }

    private static Map<String, @Nullable Object> question(Question question) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("offences", question.offences());
        object.put("area", question.area());
        object.put("period", question.period().notation());
        var with = question.with();
        object.put("with", with == null ? question.period().yearsBefore(1).notation() : with.notation());
        object.put("measure", question.measure().notation());
        object.put("filters", question.filters());
        object.put("by", word(question.by()));
        object.put("audience", word(question.audience()));
        return object;
    }

    private static @Nullable Map<String, Object> interval(Figure.@Nullable Interval interval) {
        if (interval == null) {
            return null;
        }
        var object = new LinkedHashMap<String, Object>();
        object.put("low", interval.low());
        object.put("high", interval.high());
        object.put("level", interval.level());
        object.put("method", interval.method());
        return object;
    }

    private static @Nullable Map<String, Object> refused(Figure.@Nullable Refusal refused) {
        if (refused == null) {
            return null;
        }
        var object = new LinkedHashMap<String, Object>();
        object.put("code", refused.code());
        object.put("reason", refused.reason());
        object.put("source", refused.source());
        return object;
    }

    private static Map<String, @Nullable Object> warning(Figure.Warning warning) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("code", warning.code());
        object.put("text", warning.text());
        object.put("source", warning.source());
        return object;
    }

    private static Map<String, @Nullable Object> definition(Figure.Definition definition) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("set", definition.set());
        object.put("title", definition.title());
        object.put("version", definition.version());
        object.put("status", definition.status());
        object.put("offences", definition.offences());
        object.put("condition", definition.condition());
        return object;
    }

    private static Map<String, @Nullable Object> source(Figure.SourceNote source) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("name", source.name());
        object.put("table", source.table());
        object.put("sha256", source.sha256());
        object.put("loaded_at", source.loadedAt());
        return object;
    }

    static Map<String, @Nullable Object> source(Source source) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("name", source.name());
        object.put("table", word(source.kind()));
        object.put("sha256", source.sha256());
        object.put("loaded_at", source.loadedAt().toString());
        object.put("rows", source.rows());
        object.put("synthetic", source.synthetic());
        return object;
    }

    private static Map<String, @Nullable Object> row(Figure.Row row) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("code", row.code());
        object.put("name", row.name());
        object.put("value", number(row.value()));
        object.put("numerator", number(row.numerator()));
        object.put("denominator", number(row.denominator()));
        object.put("previous", number(row.previous()));
        object.put("change_percent", number(row.changePercent()));
        object.put("suppressed", row.suppressed());
        object.put("state", word(row.state()));
        return object;
    }

    /// Whole numbers without a decimal point, as people write counts.
    static @Nullable BigDecimal number(@Nullable Double number) {
        if (number == null) {
            return null;
        }
        var exact = BigDecimal.valueOf(number).stripTrailingZeros();
        return exact.scale() < 0 ? exact.setScale(0) : exact;
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
