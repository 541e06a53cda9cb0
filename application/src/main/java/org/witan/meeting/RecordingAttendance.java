package org.witan.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Records who comes to a meeting: representatives, deputies, observers, apologies, and who signed the confidentiality
/// statement. What is put right stays readable for the database's owner.
@Component
public class RecordingAttendance {
    private static final String ATTENDANCE = "attendance";
    private final Witnessing witnessing;
    private final Meetings meetings;
    private final JdbcClient database;

    RecordingAttendance(Witnessing witnessing, Meetings meetings, JdbcClient database) {
        this.witnessing = witnessing;
        this.meetings = meetings;
        this.database = database;
    }

    /// Who came, by agency.
    public List<Attendance> of(Viewer viewer, UUID meeting) {
        return witnessing.witness(viewer, deed(Verb.LIST, meeting), shown -> of(shown, meeting));
    }

    /// The same, inside a witnessed piece of work.
    public List<Attendance> of(Shown shown, UUID meeting) {
        return database.sql("""
                        select a.id, a.agency_id, y.name as agency_name, a.account_id, a.name, a.capacity, a.came,
                            a.information_sent_on, s.statement as signed_version, a.recorded_at,
                            coalesce((s.signed_at at time zone 'Europe/London')::date, a.statement_signed_on)
                                as statement_signed_on,
                            coalesce(access.person(a.recorded_by), '') as recorded_by
                        from meeting.attendance a join access.agency y on y.id = a.agency_id
                        left join meeting.signature s on s.meeting_id = a.meeting_id and s.account_id = a.account_id
                        where a.meeting_id = :meeting
                          and not exists (select from meeting.attendance l where l.replaces_id = a.id)
                        order by lower(y.name), lower(a.name), a.id
                        """)
                .param("meeting", meeting)
                .query(RecordingAttendance::read)
                .list();
    }

    /// People who act for the agencies that take part, to choose from.
    public List<Colleague> colleagues(Viewer viewer, UUID meeting) {
        return witnessing.witness(
                viewer,
                deed(Verb.LIST, meeting),
                _ -> database.sql("""
                        select distinct c.account_id, c.agency_id, y.name as agency,
                            ltrim(c.given_name || ' ' || c.family_name) as name
                        from meeting.meeting m
                        join meeting.board_agency b on b.board_id = m.board_id and b.until_at is null
                        join access.colleague c on c.agency_id = b.agency_id
                        join meeting.board o on o.id = m.board_id
                        join meeting.kind_role k on k.kind = o.kind and k.role = c.role
                        join access.agency y on y.id = c.agency_id
                        where m.id = :meeting order by agency, name
                        """)
                        .param("meeting", meeting)
                        .query((row, _) -> new Colleague(
                                Rows.id(row, "account_id"),
                                Rows.id(row, "agency_id"),
                                row.getString("agency"),
                                row.getString("name")))
                        .list());
    }

    /// Records somebody.
    ///
    /// @param id made with the form, so that a form that is sent twice records once
    /// @param replaces what is put right; null for somebody new
    /// @throws Absent when this viewer does not keep the board of the meeting
    public void record(Viewer viewer, UUID id, UUID meeting, Attendance.Given given, @Nullable UUID replaces) {
        witnessing.witness(viewer, deed(Verb.ADD, meeting), shown -> {
            record(viewer, shown, id, meeting, given, replaces);
            return id;
        });
    }

    /// The same, inside a witnessed piece of work.
    public void record(
            Viewer viewer, Shown shown, UUID id, UUID meeting, Attendance.Given given, @Nullable UUID replaces) {
        if (meetings.find(meeting).filter(Meeting::keeps).isEmpty()) {
            throw new Absent();
        }
        Absent.whereRefused(() -> Rules.once(Rules.STALE, () -> write(viewer, id, meeting, given, replaces)));
    }

    private int write(Viewer viewer, UUID id, UUID meeting, Attendance.Given given, @Nullable UUID replaces) {
        return database.sql("""
                        insert into meeting.attendance
                            (id, meeting_id, replaces_id, agency_id, account_id, name, capacity, came,
                             information_sent_on, statement_signed_on, recorded_at, recorded_by)
                        values (:id, :meeting, cast(:replaces as uuid), :agency, cast(:account as uuid), :name, :capacity,
                            :came, cast(:sent as date), cast(:signed as date), now(), :by)
                        on conflict (id) do nothing
                        """)
                .param("id", id)
                .param("meeting", meeting)
                .param("replaces", replaces)
                .param("agency", given.agency())
                .param("account", given.account())
                .param("name", name(given))
                .param("capacity", given.capacity().name())
                .param("came", given.came().name())
                .param("sent", given.informationSentOn())
                .param("signed", given.statementSignedOn())
                .param("by", viewer.account())
                .update();
    }

    private String name(Attendance.Given given) {
        UUID account = given.account();
        if (account == null) {
            return given.name();
        }
        return database.sql("""
                        select ltrim(c.given_name || ' ' || c.family_name) from access.colleague c
                        where c.account_id = :account and c.agency_id = :agency limit 1
                        """)
                .param("account", account)
                .param("agency", given.agency())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refused(Rules.NOT_THERE));
    }

    private static Attendance read(ResultSet row, int number) throws SQLException {
        return new Attendance(
                Rows.id(row, "id"),
                Rows.id(row, "agency_id"),
                row.getString("agency_name"),
                Rows.idOrNull(row, "account_id"),
                row.getString("name"),
                Capacity.valueOf(row.getString("capacity")),
                Came.valueOf(row.getString("came")),
                Rows.dayOrNull(row, "information_sent_on"),
                Rows.dayOrNull(row, "statement_signed_on"),
                row.getObject("signed_version", Integer.class),
                Rows.moment(row, "recorded_at"),
                row.getString("recorded_by"));
    }

    private static Deed deed(Verb verb, UUID meeting) {
        return Deed.of(verb, ATTENDANCE).with("meeting", meeting.toString());
    }

    /// Somebody who acts for an agency that takes part.
    public record Colleague(UUID account, UUID agency, String agencyName, String name) {}
}
