package org.witan.comparison;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.statistics.comparison.Figure;
import org.witan.statistics.comparison.Measure;
import org.witan.statistics.comparison.Period;
import org.witan.statistics.comparison.Question;
import org.witan.statistics.store.Table;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The figures that were kept. They are added and read, never changed.
@Repository
class KeptFigures {
    private static final String COLUMNS = """
            id, offences, area, period_kind, period_first, period_last, with_first, with_last, measure, filters,
            audience, source_table, snapshot, definitions, set_version, value, previous, change_percent, state, refused,
            synthetic, sentence, kept_at
            """;
    private final JdbcClient database;
    private final JsonMapper json = new JsonMapper();

    KeptFigures(JdbcClient database) {
        this.database = database;
    }

    void add(KeptFigure figure) {
        Question question = figure.question();
        Period with = question.with();
        database.sql("insert into comparison.kept_figure (" + COLUMNS + """
                        ) values (
                            :id, :offences, :area, :periodKind, :periodFirst, :periodLast, :withFirst, :withLast,
                            :measure, cast(:filters as jsonb), :audience, :sourceTable, :snapshot, :definitions,
                            :setVersion, :value, :previous, :changePercent, :state, :refused, :synthetic, :sentence,
                            :keptAt)
                        """)
                .param("id", figure.id())
                .param("offences", question.offences())
                .param("area", question.area())
                .param("periodKind", question.period().kind().name())
                .param("periodFirst", question.period().from())
                .param("periodLast", question.period().to())
                .param("withFirst", with == null ? null : with.from())
                .param("withLast", with == null ? null : with.to())
                .param("measure", question.measure().notation())
                .param("filters", json.writeValueAsString(question.filters()))
                .param("audience", question.audience().name())
                .param(
                        "sourceTable",
                        question.table() == null ? null : question.table().name())
                .param("snapshot", question.snapshot())
                .param("definitions", figure.definitions())
                .param("setVersion", figure.setVersion())
                .param("value", figure.value())
                .param("previous", figure.previous())
                .param("changePercent", figure.changePercent())
                .param("state", figure.state().name())
                .param("refused", figure.refused())
                .param("synthetic", figure.synthetic())
                .param("sentence", figure.sentence())
                .param("keptAt", figure.keptAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<KeptFigure> find(UUID id) {
        return database.sql("select " + COLUMNS + " from comparison.kept_figure where id = :id")
                .param("id", id)
                .query(this::figure)
                .optional();
    }

    /// The newest first, at most so many.
    List<KeptFigure> newest(int most) {
        return database.sql(
                        "select " + COLUMNS + " from comparison.kept_figure order by kept_at desc, id desc limit :most")
                .param("most", most)
                .query(this::figure)
                .list();
    }

    private KeptFigure figure(ResultSet row, int number) throws SQLException {
        return new KeptFigure(
                row.getObject("id", UUID.class),
                question(row),
                row.getString("definitions"),
                row.getString("set_version"),
                row.getObject("value", Double.class),
                row.getObject("previous", Double.class),
                row.getObject("change_percent", Double.class),
                Figure.State.valueOf(row.getString("state")),
                row.getString("refused"),
                row.getBoolean("synthetic"),
                row.getString("sentence"),
                row.getObject("kept_at", OffsetDateTime.class).toInstant());
    }

    private Question question(ResultSet row) throws SQLException {
        var kind = Period.Kind.valueOf(row.getString("period_kind"));
        String table = row.getString("source_table");
        LocalDate withFirst = row.getObject("with_first", LocalDate.class);
        return new Question(
                row.getString("offences"),
                row.getString("area"),
                period(
                        kind,
                        row.getObject("period_first", LocalDate.class),
                        row.getObject("period_last", LocalDate.class)),
                withFirst == null ? null : period(kind, withFirst, row.getObject("with_last", LocalDate.class)),
                Measure.parse(row.getString("measure")),
                filters(row.getString("filters")),
                Question.By.NOTHING,
                Question.Audience.valueOf(row.getString("audience")),
                table(table),
                row.getString("snapshot"));
    }

    private Map<String, String> filters(String written) {
        return json.readValue(written, new TypeReference<Map<String, String>>() {});
    }

    private static Period period(Period.Kind kind, LocalDate first, LocalDate last) {
        return new Period(kind, YearMonth.from(first), YearMonth.from(last));
    }

    private static @Nullable Table table(@Nullable String name) {
        return name == null ? null : Table.valueOf(name);
    }
}
