package org.witan.priorities;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.priorities.Problem.Scored;
import org.witan.priorities.Problem.Section;
import tools.jackson.databind.json.JsonMapper;

/// Scores problems by the scale in force. A score stays with the scale it was made with, whatever is loaded later.
@Component
public class Scoring {
    private static final JsonMapper JSON = new JsonMapper();
    private final Witnessing witnessing;
    private final JdbcClient database;

    Scoring(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// The scale in force.
    public List<Criterion> scale(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "scale"), _ -> criteria(null));
    }

    private List<Criterion> criteria(@Nullable Integer version) {
        return database.sql("""
                        select version, code, section, words, most, weight, source from priorities.criterion
                        where version = coalesce(cast(:version as integer),
                            (select max(version) from priorities.criterion where since <= access.today()))
                        order by place, code
                        """)
                .param("version", version)
                .query((row, _) -> new Criterion(
                        row.getInt("version"),
                        row.getString("code"),
                        Section.valueOf(row.getString("section")),
                        row.getString("words"),
                        row.getInt("most"),
                        row.getInt("weight"),
                        row.getString("source")))
                .list();
    }

    /// Scores a problem by the scale in force.
    ///
    /// @throws Absent when there is no such problem
    public void score(Viewer viewer, UUID id, UUID problem, Map<String, Integer> levels) {
        witnessing.witness(viewer, Deed.of(Verb.CHANGE, "problem").with("what", "score"), _ -> {
            if (database.sql("select exists (select from priorities.problem where id = :id)")
                    .param("id", problem)
                    .query(Boolean.class)
                    .single()
                    .equals(false)) {
                throw new Absent();
            }
            return database.sql("""
                            insert into priorities.score (id, problem_id, version, levels, scored_at, scored_by)
                            values (:id, :problem, :version, cast(:levels as jsonb), now(), :account) on conflict (id) do nothing
                            """)
                    .param("id", id)
                    .param("problem", problem)
                    .param("version", criteria(null).getFirst().version())
                    .param("levels", JSON.writeValueAsString(levels))
                    .param("account", viewer.account())
                    .update();
        });
    }

    /// How a problem was scored last, by the scale it was scored with. Inside a witnessed piece of work.
    Optional<Scored> of(UUID problem) {
        return database.sql("""
                        select version, levels from priorities.score where problem_id = :problem
                        order by scored_at desc, id desc limit 1
                        """)
                .param("problem", problem)
                .query((row, _) -> scored(row.getInt("version"), levels(row.getString("levels"))))
                .optional();
    }

    private Scored scored(int version, Map<String, Integer> levels) {
        var sections = Criterion.sections(criteria(version), levels);
        return new Scored(version, levels, sections, Criterion.risk(sections));
    }

    private static Map<String, Integer> levels(String json) {
        var levels = new HashMap<String, Integer>();
        JSON.readTree(json)
                .properties()
                .forEach(one -> levels.put(one.getKey(), one.getValue().asInt()));
        return levels;
    }
}
