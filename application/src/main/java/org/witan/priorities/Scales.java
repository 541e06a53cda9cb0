package org.witan.priorities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.priorities.Problem.Section;

/// Tables of weights of harm, and scales that problems are scored by: every version that was ever used, and another one
/// from a day on. None is changed; what was weighed or scored stays beside the version it was made with.
@Component
public class Scales {
    private final Witnessing witnessing;
    private final JdbcClient database;

    Scales(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// A version of something.
    ///
    /// @param since from which day it is used, until a later version is
    /// @param sources where it comes from, each once
    /// @param loadedOn when it was loaded; null for what Witan was shipped with
    public record Version<T>(
            int number,
            LocalDate since,
            List<String> sources,
            @Nullable LocalDate loadedOn,
            List<T> rows) {
        public Version {
            sources = List.copyOf(sources);
            rows = List.copyOf(rows);
        }
    }

    /// All versions of both, the newest first.
    public record All(List<Version<HarmWeight>> weights, List<Version<Criterion>> scales) {
        public All {
            weights = List.copyOf(weights);
            scales = List.copyOf(scales);
        }
    }

    /// All versions.
    ///
    /// @param verb how they are taken: to be read or as a file
    public All all(Viewer viewer, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, "scale"), _ -> new All(weights(), scales()));
    }

    private List<Version<HarmWeight>> weights() {
        return versions(database.sql("""
                        select version, since, source, loaded_at, offences, days, floor from priorities.harm_weight
                        order by version desc, days desc, offences
                        """)
                .query((row, _) -> line(
                        row, new HarmWeight(row.getString("offences"), row.getDouble("days"), row.getBoolean("floor"))))
                .list());
    }

    private List<Version<Criterion>> scales() {
        return versions(database.sql("""
                        select version, since, source, loaded_at, code, section, words, most, weight
                        from priorities.criterion order by version desc, place, code
                        """)
                .query((row, _) -> line(
                        row,
                        new Criterion(
                                row.getInt("version"),
                                row.getString("code"),
                                Section.valueOf(row.getString("section")),
                                row.getString("words"),
                                row.getInt("most"),
                                row.getInt("weight"),
                                row.getString("source"))))
                .list());
    }

    private record Row<T>(
            int version,
            LocalDate since,
            String source,
            @Nullable LocalDate loadedOn,
            T what) {}

    private static <T> Row<T> line(ResultSet row, T what) throws SQLException {
        OffsetDateTime loaded = row.getObject("loaded_at", OffsetDateTime.class);
        return new Row<>(
                row.getInt("version"),
                row.getObject("since", LocalDate.class),
                row.getString("source"),
                loaded == null ? null : loaded.toLocalDate(),
                what);
    }

    private static <T> List<Version<T>> versions(List<Row<T>> rows) {
        var byVersion = new LinkedHashMap<Integer, List<Row<T>>>();
        rows.forEach(row ->
                byVersion.computeIfAbsent(row.version(), _ -> new ArrayList<>()).add(row));
        return byVersion.values().stream()
                .map(of -> new Version<>(
                        of.getFirst().version(),
                        of.getFirst().since(),
                        of.stream().map(Row::source).distinct().toList(),
                        of.getFirst().loadedOn(),
                        of.stream().map(Row::what).toList()))
                .toList();
    }

    /// Loads another table of weights.
    ///
    /// @param after the newest version that whoever loads it saw
    /// @return false when somebody else was faster; nothing is written
    /// @throws Absent when whoever loads it may not
    public boolean loadWeights(Viewer viewer, int after, LocalDate since, String source, List<HarmWeight> weights) {
        return load(
                viewer,
                "weights",
                after,
                () -> weights.forEach(weight -> database.sql("""
                                insert into priorities.harm_weight
                                    (version, offences, days, floor, since, source, loaded_at, loaded_by)
                                values (:version, :offences, :days, :floor, :since, :source, now(), :account)
                                """)
                        .param("version", after + 1)
                        .param("offences", weight.offences())
                        .param("days", weight.days())
                        .param("floor", weight.floor())
                        .param("since", since)
                        .param("source", source)
                        .param("account", viewer.account())
                        .update()));
    }

    /// Loads another scale. The version and the source of each criterion are those that are given here.
    ///
    /// @param after the newest version that whoever loads it saw
    /// @return false when somebody else was faster; nothing is written
    /// @throws Absent when whoever loads it may not
    public boolean loadScale(Viewer viewer, int after, LocalDate since, String source, List<Criterion> scale) {
        return load(viewer, "criteria", after, () -> {
            for (Criterion one : scale) {
                write(viewer.account(), after + 1, since, source, one, scale.indexOf(one));
            }
        });
    }

    private void write(UUID account, int version, LocalDate since, String source, Criterion one, int place) {
        database.sql("""
                        insert into priorities.criterion
                            (version, code, section, words, most, weight, place, since, source, loaded_at, loaded_by)
                        values (:version, :code, :section, :words, :most, :weight, :place, :since, :source, now(), :account)
                        """)
                .param("version", version)
                .param("code", one.code())
                .param("section", one.section().name())
                .param("words", one.words())
                .param("most", one.most())
                .param("weight", one.weight())
                .param("place", place)
                .param("since", since)
                .param("source", source)
                .param("account", account)
                .update();
    }

    /// Writes the rows of another version.
    ///
    /// @return false when there is a later version than the one that was seen
    private boolean load(Viewer viewer, String what, int after, Runnable rows) {
        try {
            return witnessing.witness(
                    viewer,
                    Deed.of(Verb.ADD, "scale").with("what", what),
                    _ -> Absent.whereRefused(() -> {
                        int newest = what.equals("weights")
                                ? weights().getFirst().number()
                                : scales().getFirst().number();
                        if (newest != after) {
                            return false;
                        }
                        rows.run();
                        return true;
                    }));
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }
}
