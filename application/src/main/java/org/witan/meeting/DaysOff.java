package org.witan.meeting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;
import org.witan.shared.WorkingDays;

/// Days that the partnership adds to the bank holidays of England, or takes from them.
@Component
public class DaysOff {
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Clock clock;

    DaysOff(Witnessing witnessing, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.database = database;
        this.clock = clock;
    }

    /// What was said, the latest day first.
    public List<Said> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "bank-holiday"), _ -> latest());
    }

    /// Says that nobody works on a day, or that it is an ordinary day after all.
    ///
    /// @throws org.witan.access.Absent when this viewer keeps no board
    public void say(Viewer viewer, LocalDate day, boolean off, String words) {
        var deed = Deed.of(Verb.ADD, "bank-holiday").with("day", day.toString());
        witnessing.witness(
                viewer,
                deed,
                _ -> Absent.whereRefused(() -> database.sql("""
                        insert into meeting.bank_holiday (id, on_day, off, words, said_at, said_by)
                        values (:id, :day, :off, :words, now(), :account)
                        """)
                        .param("id", Identity.at(clock.instant()))
                        .param("day", day)
                        .param("off", off)
                        .param("words", words)
                        .param("account", viewer.account())
                        .update()));
    }

    /// The working days of the partnership, inside a witnessed piece of work.
    public WorkingDays workingDays(Shown shown) {
        var said = new HashMap<LocalDate, Boolean>();
        latest().forEach(one -> said.put(one.day(), one.off()));
        return WorkingDays.ofEnglandWith(said);
    }

    /// The working days of the partnership.
    public WorkingDays workingDays(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "bank-holiday"), this::workingDays);
    }

    private List<Said> latest() {
        return database.sql("""
                        select * from (
                            select distinct on (h.on_day) h.id, h.on_day, h.off, h.words, h.said_at,
                                coalesce(access.person(h.said_by), '') as by
                            from meeting.bank_holiday h order by h.on_day, h.said_at desc, h.id desc) latest
                        order by on_day desc
                        """)
                .query((row, _) -> new Said(
                        Rows.id(row, "id"),
                        row.getObject("on_day", LocalDate.class),
                        row.getBoolean("off"),
                        row.getString("words"),
                        Rows.moment(row, "said_at"),
                        row.getString("by")))
                .list();
    }

    /// What was said of a day.
    ///
    /// @param off whether nobody works on it
    public record Said(UUID id, LocalDate day, boolean off, String words, Instant at, String by) {}
}
