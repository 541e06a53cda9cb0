package org.witan.marac;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.meeting.DaysOff;
import org.witan.shared.WorkingDays;
import org.witan.site.Days;

/// What an IDVA is to do next: victims whom nobody tried to reach since they were referred, and those whom nobody told
/// what a conference decided. A try counts, also one that was not safe: what is owed is that somebody thought of it.
@Component
public class OwingContact {
    /// At most so many are listed.
    public static final int MOST = 200;

    private final Witnessing witnessing;
    private final DaysOff daysOff;
    private final JdbcClient database;
    private final Days days;

    OwingContact(Witnessing witnessing, DaysOff daysOff, JdbcClient database, Days days) {
        this.witnessing = witnessing;
        this.daysOff = daysOff;
        this.database = database;
        this.days = days;
    }

    /// All of them for an IDVA, those in danger first, then those that wait longest; nothing for anybody else.
    public List<OwedContact> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "contact"), this::read);
    }

    /// The same, inside a witnessed piece of work.
    public List<OwedContact> read(Shown shown) {
        WorkingDays working = daysOff.workingDays(shown);
        List<OwedContact> all =
                database.sql("""
                        with o as materialized (select * from marac.contact_owed())
                        select r.id, b.reference, o.after, o.since,
                            exists (select from marac.statement d
                                    where d.record_id = r.id and d.topic = 'DANGER_NOW' and d.answer = 'YES') as danger,
                            (select min(marac.meeting_day(i.meeting_id)) from meeting.item i
                             where i.record_id = r.id and i.off_at is null and marac.is_to_meet(i.meeting_id)) as conference,
                            access.setting_number('marac_contact_days') as within
                        from marac.referral r
                        join access.record b on b.id = r.id
                        join o on o.record_id = r.id
                        where r.id = any (array(select x.record_id from o x))
                        order by danger desc, o.since, r.id limit 200
                        """).query((row, _) -> owed(row, working)).list();
        all.forEach(one -> shown.add(one.referral()));
        return all;
    }

    private OwedContact owed(ResultSet row, WorkingDays working) throws SQLException {
        LocalDate since = row.getObject("since", LocalDate.class);
        LocalDate due = working.after(since, row.getInt("within"));
        return new OwedContact(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getBoolean("after"),
                since,
                due,
                due.isBefore(days.today()),
                row.getBoolean("danger"),
                row.getObject("conference", LocalDate.class));
    }
}
