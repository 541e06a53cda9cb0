package org.witan.risk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The risk tools of this installation, with their questions and the wording that was loaded. They hold nothing about
/// anybody, so whoever asks is nobody's concern.
@Repository
public class Tools {
    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private final JdbcClient database;
    private final Clock clock;

    Tools(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The tools in use today, one version of each: the latest.
    public List<Tool> inUse() {
        return latest().stream().map(this::withQuestions).toList();
    }

    /// The tool of a key that is in use today.
    public Optional<Tool> inUse(String key) {
        return latest().stream()
                .filter(tool -> tool.key().equals(key))
                .findFirst()
                .map(this::withQuestions);
    }

    /// Without their questions.
    private Collection<Tool> latest() {
        LocalDate today = LocalDate.now(clock.withZone(HERE));
        var newest = new LinkedHashMap<String, Tool>();
        database.sql("select * from risk.tool order by key, version").query((row, _) -> tool(row)).list().stream()
                .filter(tool -> tool.inUse(today))
                .forEach(tool -> newest.put(tool.key(), tool));
        return newest.values();
    }

    /// A version of a tool, whether or not it is still in use.
    public Optional<Tool> find(String key, int version) {
        return database.sql("select * from risk.tool where key = :key and version = :version")
                .param("key", key)
                .param("version", version)
                .query((row, _) -> tool(row))
                .optional()
                .map(this::withQuestions);
    }

    /// From how many on the risk is high today; empty for a tool without a threshold.
    public Optional<Integer> thresholdToday(String tool) {
        return database.sql("""
                        select value from risk.threshold where tool = :tool and from_on <= access.today()
                        order by from_on desc, set_at desc limit 1
                        """).param("tool", tool).query(Integer.class).optional();
    }

    /// The wording to show: what was loaded last.
    public Optional<LoadedWording> wording(Tool tool) {
        return database.sql("""
                        select * from risk.wording where tool = :tool and version = :version
                        order by loaded_at desc, id desc limit 1
                        """)
                .param("tool", tool.key())
                .param("version", tool.version())
                .query((row, _) -> wording(row))
                .optional()
                .map(this::withLines);
    }

    /// The wording that was shown.
    public Optional<LoadedWording> findWording(UUID id) {
        return database.sql("select * from risk.wording where id = :id")
                .param("id", id)
                .query((row, _) -> wording(row))
                .optional()
                .map(this::withLines);
    }

    private static Tool tool(ResultSet row) throws SQLException {
        return new Tool(
                row.getString("key"),
                row.getInt("version"),
                row.getString("name"),
                Scale.valueOf(row.getString("scale")),
                Grading.valueOf(row.getString("grading")),
                Numbering.valueOf(row.getString("numbering")),
                row.getString("source"),
                row.getObject("source_on", LocalDate.class),
                row.getString("remark"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                List.of());
    }

    private Tool withQuestions(Tool tool) {
        return tool.with(questions(tool.key(), tool.version()));
    }

    private List<Question> questions(String tool, int version) {
        var numbers = new HashMap<String, Map<Numbering, Integer>>();
        database.sql("select * from risk.question_number where tool = :tool and version = :version")
                .param("tool", tool)
                .param("version", version)
                .query(row -> {
                    numbers.computeIfAbsent(row.getString("question"), _ -> new EnumMap<>(Numbering.class))
                            .put(Numbering.valueOf(row.getString("numbering")), row.getInt("number"));
                });
        return database.sql("select * from risk.question where tool = :tool and version = :version order by place")
                .param("tool", tool)
                .param("version", version)
                .query((row, _) -> question(row, numbers.getOrDefault(row.getString("key"), Map.of())))
                .list();
    }

    private static Question question(ResultSet row, Map<Numbering, Integer> numbers) throws SQLException {
        var counting = new HashSet<Answer>();
        for (String name : (String[]) row.getArray("counting").getArray()) {
            counting.add(Answer.named(name).orElseThrow());
        }
        return new Question(
                row.getString("key"),
                row.getInt("place"),
                row.getString("section"),
                About.valueOf(row.getString("about")),
                row.getString("topic"),
                counting,
                numbers,
                row.getString("opens"));
    }

    private static LoadedWording wording(ResultSet row) throws SQLException {
        return new LoadedWording(
                row.getObject("id", UUID.class),
                row.getString("tool"),
                row.getInt("version"),
                row.getString("name"),
                row.getString("licence"),
                row.getObject("loaded_at", OffsetDateTime.class).toInstant(),
                Map.of());
    }

    private LoadedWording withLines(LoadedWording wording) {
        var lines = new HashMap<String, String>();
        database.sql("select question, words from risk.wording_line where wording_id = :id")
                .param("id", wording.id())
                .query(line -> {
                    lines.put(line.getString("question"), line.getString("words"));
                });
        return wording.with(lines);
    }
}
