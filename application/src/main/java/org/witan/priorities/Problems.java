package org.witan.priorities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.priorities.Problem.Osara;
import org.witan.priorities.Problem.Principle;

/// The problems of the group: written down, and described in versions. It is longer than most classes, because a
/// problem is read as one: what it is, where, and what was last written of it.
@Component
public class Problems {
    private final Witnessing witnessing;
    private final Scoring scoring;
    private final Tasks tasks;
    private final Prioritising prioritising;
    private final Effects effects;
    private final JdbcClient database;

    Problems(
            Witnessing witnessing,
            Scoring scoring,
            Tasks tasks,
            Prioritising prioritising,
            Effects effects,
            JdbcClient database) {
        this.effects = effects;
        this.witnessing = witnessing;
        this.scoring = scoring;
        this.tasks = tasks;
        this.prioritising = prioritising;
        this.database = database;
    }

    /// A problem in a list.
    ///
    /// @param grid the grid reference of its hot place; empty when it has none
    /// @param lead the agency that leads; empty when it is no priority
    /// @param reviewOn null when it is no priority
    public record Line(
            UUID id,
            String title,
            String area,
            PlaceKind place,
            String grid,
            String lead,
            @Nullable LocalDate reviewOn,
            long open,
            long late) {}

    /// All problems: priorities first, the one that is looked at next first.
    public List<Line> all(Viewer viewer, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, "problem"), _ -> lines());
    }

    /// The same, inside a witnessed piece of work.
    public List<Line> lines() {
        return database.sql("""
                        select p.id, p.title, p.area, p.place_kind, p.place_grid, coalesce(y.name, '') as lead, r.review_on,
                            (select count(*) from priorities.task_now t where t.problem_id = p.id and t.open) as open,
                            (select count(*) from priorities.task_now t where t.problem_id = p.id and t.open
                                and t.due_on < access.today()) as late
                        from priorities.problem p
                        left join lateral (select * from priorities.priority one where one.problem_id = p.id
                                           order by one.version desc limit 1) r on r.state = 'SET'
                        left join access.agency y on y.id = r.agency_id
                        order by r.review_on nulls last, p.made_at desc, p.id limit 200
                        """)
                .query((row, _) -> new Line(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getString("area"),
                        PlaceKind.valueOf(row.getString("place_kind")),
                        row.getString("place_grid"),
                        row.getString("lead"),
                        row.getObject("review_on", LocalDate.class),
                        row.getLong("open"),
                        row.getLong("late")))
                .list();
    }

    /// Writes a problem down. One that was written down before is not written again.
    public void add(Viewer viewer, UUID id, String title, String offences, String area, PlaceKind place) {
        add(viewer, id, title, offences, area, place, null);
    }

    /// The same of a hot place.
    ///
    /// @param hot null when it is not about one
    public void add(
            Viewer viewer,
            UUID id,
            String title,
            String offences,
            String area,
            PlaceKind place,
            @Nullable HotPlace hot) {
        witnessing.witness(
                viewer,
                Deed.of(Verb.ADD, "problem"),
                _ -> database.sql("""
                                insert into priorities.problem
                                    (id, title, offences, area, place_kind, place_grid, place_area, made_at, made_by)
                                values (:id, :title, :offences, :area, :place, :grid, :small, now(), :account)
                                on conflict (id) do nothing
                                """)
                        .param("id", id)
                        .param("title", title)
                        .param("offences", offences)
                        .param("area", area)
                        .param("place", place.name())
                        .param("grid", hot == null ? "" : hot.grid())
                        .param("small", hot == null ? "" : hot.area())
                        .param("account", viewer.account())
                        .update());
    }

    /// One problem.
    ///
    /// @throws Absent when there is none
    public Problem open(Viewer viewer, UUID id) {
        return open(viewer, id, Verb.READ);
    }

    /// The same, to be read or as a file.
    public Problem open(Viewer viewer, UUID id, Verb verb) {
        return witnessing.witness(viewer, Deed.of(verb, "problem"), _ -> the(id));
    }

    private Problem the(UUID id) {
        return database.sql("""
                        select id, title, offences, area, place_kind, place_grid, place_area
                        from priorities.problem where id = :id
                        """)
                .param("id", id)
                .query((row, _) -> new Problem(
                        id,
                        row.getString("title"),
                        row.getString("offences"),
                        row.getString("area"),
                        PlaceKind.valueOf(row.getString("place_kind")),
                        HotPlace.read(row.getString("place_grid"), row.getString("place_area"))
                                .orElse(null),
                        osara(id).orElse(null),
                        scoring.of(id).orElse(null),
                        prioritising.of(id).orElse(null),
                        tasks.of(id),
                        effects.of(id)))
                .optional()
                .orElseThrow(Absent::new);
    }

    /// Writes another version.
    ///
    /// @param osara with the version that was before whoever writes; 0 for the first
    /// @return false when somebody else was faster; nothing is written
    public boolean write(Viewer viewer, UUID problem, Osara osara) {
        return witnessing.witness(viewer, Deed.of(Verb.CHANGE, "problem"), _ -> {
            Osara known = the(problem).osara();
            int last = known == null ? 0 : known.version();
            return last == osara.version() && insert(viewer, problem, osara) == 1;
        });
    }

    private int insert(Viewer viewer, UUID problem, Osara osara) {
        return database.sql("""
                        insert into priorities.osara (problem_id, version, objective, scanning, analysis, response,
                            assessment, harmed, harming, place, principles, written_at, written_by)
                        values (:problem, :version, :objective, :scanning, :analysis, :response, :assessment, :harmed,
                            :harming, :place, cast(:principles as text[]), now(), :account)
                        on conflict (problem_id, version) do nothing
                        """)
                .param("problem", problem)
                .param("version", osara.version() + 1)
                .param("objective", osara.objective())
                .param("scanning", osara.scanning())
                .param("analysis", osara.analysis())
                .param("response", osara.response())
                .param("assessment", osara.assessment())
                .param("harmed", osara.harmed())
                .param("harming", osara.harming())
                .param("place", osara.place())
                .param(
                        "principles",
                        osara.principles().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("account", viewer.account())
                .update();
    }

    private Optional<Osara> osara(UUID problem) {
        return database.sql("""
                        select * from priorities.osara where problem_id = :problem order by version desc limit 1
                        """)
                .param("problem", problem)
                .query((row, _) -> new Osara(
                        row.getInt("version"),
                        row.getString("objective"),
                        row.getString("scanning"),
                        row.getString("analysis"),
                        row.getString("response"),
                        row.getString("assessment"),
                        row.getString("harmed"),
                        row.getString("harming"),
                        row.getString("place"),
                        texts(row, "principles").stream()
                                .map(Principle::valueOf)
                                .collect(Collectors.toSet())))
                .optional();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(String::valueOf)
                .toList();
    }
}
