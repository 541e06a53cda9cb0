package org.witan.voices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;
import org.witan.voices.SurveyResult.Question;

/// The results of surveys, and what may be said of a year against the one before it.
@Component
public class Surveys {
    private static final String LATEST = """
            select distinct on (area, question, year) year, area, question, asked, percent, source
            from voices.survey order by area, question, year, imported_at desc, id desc
            """;
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Clock clock;

    Surveys(Witnessing witnessing, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.database = database;
        this.clock = clock;
    }

    /// A result beside the one of the year asked before.
    ///
    /// @param earlier the one before; null for the first
    /// @param change null for the first
    public record Compared(
            SurveyResult result,
            @Nullable SurveyResult earlier,
            @Nullable ShareDifference change) {}

    /// All results, by area, question and year, each compared with the one before it.
    public List<Compared> compared(Viewer viewer, Verb verb) {
        List<SurveyResult> all = witnessing.witness(viewer, Deed.of(verb, "survey"), _ -> latest());
        var compared = new ArrayList<Compared>();
        SurveyResult before = null;
        for (SurveyResult one : all) {
            boolean follows = before != null && before.area().equals(one.area()) && before.question() == one.question();
            compared.add(follows ? after(Objects.requireNonNull(before), one) : new Compared(one, null, null));
            before = one;
        }
        return compared;
    }

    private static Compared after(SurveyResult before, SurveyResult one) {
        return new Compared(
                one, before, ShareDifference.of(before.percent(), before.asked(), one.percent(), one.asked()));
    }

    /// Keeps results. One that is there already to the letter is not written again; one that differs corrects it.
    ///
    /// @return how many were written
    public int keep(Viewer viewer, List<SurveyResult> results, String source) {
        return witnessing.witness(viewer, Deed.of(Verb.ADD, "survey"), _ -> {
            var known = latest();
            int written = 0;
            for (SurveyResult one : results) {
                var full = one.source().isEmpty()
                        ? new SurveyResult(one.year(), one.area(), one.question(), one.asked(), one.percent(), source)
                        : one;
                written += known.contains(full) ? 0 : write(viewer, full);
            }
            return written;
        });
    }

    private int write(Viewer viewer, SurveyResult one) {
        return database.sql("""
                        insert into voices.survey
                            (id, year, area, question, asked, percent, source, imported_at, imported_by)
                        values (:id, :year, :area, :question, :asked, :percent, :source, now(), :account)
                        """)
                .param("id", Identity.at(clock.instant()))
                .param("year", one.year())
                .param("area", one.area())
                .param("question", one.question().name())
                .param("asked", one.asked())
                .param("percent", one.percent())
                .param("source", one.source())
                .param("account", viewer.account())
                .update();
    }

    private List<SurveyResult> latest() {
        return database.sql(LATEST).query(Surveys::read).list();
    }

    private static SurveyResult read(ResultSet row, int number) throws SQLException {
        return new SurveyResult(
                row.getInt("year"),
                row.getString("area"),
                Question.valueOf(row.getString("question")),
                row.getInt("asked"),
                row.getDouble("percent"),
                row.getString("source"));
    }
}
