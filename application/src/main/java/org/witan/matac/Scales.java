package org.witan.matac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The versions of the scale. Reference data: anybody who signs in may know them.
@Repository
class Scales {
    private final JdbcClient database;

    Scales(JdbcClient database) {
        this.database = database;
    }

    /// The scale of a day. A day before the first version has the first: there was none that it could have had.
    Scale on(LocalDate day) {
        return database.sql("""
                        select * from matac.scale
                        order by since > :day, case when since > :day then since end, since desc limit 1
                        """).param("day", day).query((row, _) -> scale(row)).single();
    }

    /// Every version, newest first.
    List<Scale> all() {
        return database.sql("select * from matac.scale order by since desc")
                .query((row, _) -> scale(row))
                .list();
    }

    /// A table of harm by subgroup of offences, what weighs most first.
    List<Scale.Harm> harm(int version) {
        return database.sql("""
                        select kind, days, source, array_agg(code order by code) as codes from matac.harm
                        where version = :version
                        group by kind, days, source order by days desc, kind
                        """)
                .param("version", version)
                .query((row, _) -> new Scale.Harm(
                        row.getString("kind"), row.getDouble("days"), texts(row, "codes"), row.getString("source")))
                .list();
    }

    private static Scale scale(ResultSet row) throws SQLException {
        return new Scale(
                row.getInt("version"),
                row.getObject("since", LocalDate.class),
                new Scale.Weights(
                        row.getInt("recency_weight"),
                        row.getInt("frequency_weight"),
                        row.getInt("gravity_weight"),
                        row.getInt("victims_weight")),
                new Scale.Pool(
                        row.getInt("pool_months"),
                        row.getInt("pool_events"),
                        row.getInt("pool_victims"),
                        row.getInt("least_age")),
                new Scale.Bounds(
                        row.getInt("recency_days"),
                        row.getInt("frequency_months"),
                        row.getInt("frequency_full"),
                        row.getInt("harm_version"),
                        row.getDouble("harm_full"),
                        row.getInt("victims_full")),
                new Scale.Again(row.getInt("repeat_months"), row.getInt("repeat_events")),
                texts(row, "sources"),
                texts(row, "relations_left_out"),
                row.getInt("first_places"),
                row.getInt("small_number"),
                row.getString("words"),
                row.getString("source"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
