package org.witan.voices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.voices.Told.Age;
import org.witan.voices.Told.Band;
import org.witan.voices.Told.OnDays;
import org.witan.voices.Told.PlaceKind;
import org.witan.voices.Told.Sex;
import org.witan.voices.Told.Topic;

/// The analyst reads each report before anybody else does, and decides: it is counted for a place, perhaps with words
/// taken out, or it is not. The words as they came are thrown away with the decision.
@Component
public class Deciding {
    private static final String WAITING = """
            select r.*, p.name as place_name, w.place_words, w.words
            from voices.report r
            left join voices.words w on w.report_id = r.id
            left join voices.place p on p.id = r.place_id
            where not exists (select from voices.decision d where d.report_id = r.id)
            """;
    private final Witnessing witnessing;
    private final KeepingPlaces places;
    private final JdbcClient database;

    Deciding(Witnessing witnessing, KeepingPlaces places, JdbcClient database) {
        this.witnessing = witnessing;
        this.places = places;
        this.database = database;
    }

    /// A report that waits.
    ///
    /// @param placeName of the place that was chosen; null when none was
    public record Waiting(
            UUID id, LocalDate toldOn, Told told, @Nullable String placeName) {

        /// What stands out in its words.
        public Set<Suspicion> suspicions() {
            return Suspicion.in(told.placeWords() + ". " + told.words());
        }
    }

    /// Why a report is not counted.
    public enum Reason {
        NAMES_SOMEBODY,
        NO_PLACE,
        ELSEWHERE,
        ABUSE,
        AGAIN
    }

    /// Where a report belongs: a place of the list, or a new one.
    public sealed interface Where {
        /// A place of the list.
        record Listed(UUID place) implements Where {}

        /// A new place.
        record New(PlaceKind kind, String name, String area) implements Where {}
    }

    /// The reports that wait, oldest day first.
    public List<Waiting> waiting(Viewer viewer) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.LIST, "voice"),
                _ -> database.sql(WAITING + " order by r.told_on, r.id limit 200")
                        .query(Deciding::read)
                        .list());
    }

    /// How many wait. Asked inside a witnessed piece of work.
    public long number() {
        return database.sql("""
                        select count(*) from voices.report r
                        where not exists (select from voices.decision d where d.report_id = r.id)
                        """).query(Long.class).single();
    }

    /// One that waits.
    ///
    /// @throws Absent when there is none, or somebody decided already
    public Waiting open(Viewer viewer, UUID report) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, "voice"), _ -> find(report));
    }

    private Waiting find(UUID report) {
        return database.sql(WAITING + " and r.id = :id")
                .param("id", report)
                .query(Deciding::read)
                .optional()
                .orElseThrow(Absent::new);
    }

    /// Counts a report for a place, with the words that are left of it.
    ///
    /// @param words what the group may read; empty for nothing
    /// @throws Refused when somebody else decided meanwhile
    public void accept(Viewer viewer, UUID report, Where where, String words) {
        var deed = Deed.of(Verb.CHANGE, "voice").with("outcome", "ACCEPTED");
        witnessing.witness(viewer, deed, _ -> {
            boolean redacted = !find(report).told().words().equals(words);
            UUID place = switch (where) {
                case Where.Listed listed ->
                    places.find(listed.place()).orElseThrow(Absent::new).id();
                case Where.New fresh -> places.add(viewer.account(), fresh.kind(), fresh.name(), fresh.area(), "");
            };
            decide(viewer, report, place, null, redacted);
            if (!words.isEmpty()) {
                database.sql("insert into voices.kept_words (report_id, place_id, words) values (:id, :place, :words)")
                        .param("id", report)
                        .param("place", place)
                        .param("words", words)
                        .update();
            }
            return place;
        });
    }

    /// Leaves a report out.
    ///
    /// @throws Refused when somebody else decided meanwhile
    public void reject(Viewer viewer, UUID report, Reason reason) {
        var deed = Deed.of(Verb.CHANGE, "voice").with("outcome", "REJECTED").with("reason", reason.name());
        witnessing.witness(viewer, deed, _ -> {
            find(report);
            decide(viewer, report, null, reason, false);
            return report;
        });
    }

    private void decide(Viewer viewer, UUID report, @Nullable UUID place, @Nullable Reason reason, boolean redacted) {
        int made = database.sql("""
                        insert into voices.decision (report_id, outcome, place_id, reason, redacted, decided_at, decided_by)
                        values (:id, :outcome, :place, :reason, :redacted, now(), :account)
                        on conflict (report_id) do nothing
                        """)
                .param("id", report)
                .param("outcome", place == null ? "REJECTED" : "ACCEPTED")
                .param("place", place)
                .param("reason", reason == null ? "" : reason.name())
                .param("redacted", redacted)
                .param("account", viewer.account())
                .update();
        if (made == 0) {
            throw new Refused("voices.refused.decided");
        }
        database.sql("delete from voices.words where report_id = :id")
                .param("id", report)
                .update();
    }

    private static Waiting read(ResultSet row, int number) throws SQLException {
        String age = row.getString("age");
        String sex = row.getString("sex");
        String placeWords = row.getString("place_words");
        String words = row.getString("words");
        var topics = Arrays.stream((Object[]) row.getArray("topics").getArray())
                .map(one -> Topic.valueOf(String.valueOf(one)))
                .collect(Collectors.toSet());
        return new Waiting(
                row.getObject("id", UUID.class),
                row.getObject("told_on", LocalDate.class),
                new Told(
                        PlaceKind.valueOf(row.getString("kind")),
                        row.getObject("place_id", UUID.class),
                        OnDays.valueOf(row.getString("days")),
                        Band.valueOf(row.getString("band")),
                        topics,
                        age.isEmpty() ? null : Age.valueOf(age),
                        sex.isEmpty() ? null : Sex.valueOf(sex),
                        placeWords == null ? "" : placeWords,
                        words == null ? "" : words),
                row.getString("place_name"));
    }
}
