package org.witan.marac;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Absent;

/// Which case conferences were at, and how often something of a case has changed. Asked inside a witnessed piece of
/// work.
@Repository
class Turns {
    private final JdbcClient database;

    Turns(JdbcClient database) {
        this.database = database;
    }

    /// What happened in a meeting, oldest first, as far as whoever looks may see the minutes of its cases.
    List<Turn> of(UUID meeting) {
        return database.sql("select item_id, what, at from marac.turn where meeting_id = :meeting order by at, id")
                .param("meeting", meeting)
                .query((row, _) -> new Turn(
                        row.getObject("item_id", UUID.class),
                        Turn.What.valueOf(row.getString("what")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// Whether that was news.
    ///
    /// @throws Absent when whoever looks does not lead the conference, or may not see the minutes of the case
    boolean take(UUID item, Turn.What what) {
        return Absent.whereRefused(() -> database.sql("select marac.take_turn(:item, :what)")
                .param("item", item)
                .param("what", what.name())
                .query(Boolean.class)
                .single());
    }

    /// How often something of an item has changed that whoever looks may see; empty for whoever may not see its
    /// minutes.
    Optional<Long> version(UUID item, UUID referral) {
        return database.sql("""
                        select coalesce((select v.version from marac.item_version v where v.item_id = :item), 0)
                            + marac.acted(:referral)
                        where access.may_see(:referral, 'MINUTES')
                        """)
                .param("item", item)
                .param("referral", referral)
                .query(Long.class)
                .optional();
    }

    /// How often those of its actions have changed that whoever looks may see: a part of its version.
    long acted(UUID referral) {
        return database.sql("select marac.acted(:referral)")
                .param("referral", referral)
                .query(Long.class)
                .single();
    }

    /// Those items of a meeting of which whoever looks may see the minutes.
    Set<UUID> open(UUID meeting) {
        return Set.copyOf(
                database.sql("""
                        select i.id from meeting.item i
                        where i.meeting_id = :meeting and i.off_at is null and access.may_see(i.record_id, 'MINUTES')
                        """).param("meeting", meeting).query(UUID.class).list());
    }

    /// Waits until nobody else leads this meeting, until the end of the transaction.
    void takeTheLead(UUID meeting) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('leads ' || cast(:meeting as text), 0))")
                .param("meeting", meeting)
                .query(_ -> {});
        // Whoever hears a case holds its meeting and then its referral, as whoever moves the meeting does.
        database.sql("select id from meeting.meeting where id = :meeting for no key update")
                .param("meeting", meeting)
                .query(_ -> {});
    }
}
