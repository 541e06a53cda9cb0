package org.witan.marac;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.Answer;

/// Makes the data return from what was referred, decided and heard; nobody types a number.
@Component
public class Returning {
    private final Witnessing witnessing;
    private final JdbcClient database;

    Returning(Witnessing witnessing, JdbcClient database) {
        this.witnessing = witnessing;
        this.database = database;
    }

    /// The return of the meetings between two days, both included.
    ///
    /// @param verb READ for a page, EXPORT for what leaves it
    public DataReturn read(Viewer viewer, Verb verb, LocalDate from, LocalDate until) {
        var deed = Deed.of(verb, "return").with("from", from.toString()).with("until", until.toString());
        return witnessing.witness(viewer, deed, shown -> read(shown, from, until));
    }

    /// The same, inside a witnessed piece of work.
    DataReturn read(Shown shown, LocalDate from, LocalDate until) {
        List<HeardCase> cases = heard(from, until);
        cases.forEach(one -> shown.add(one.referral()));
        return DataReturn.of(from, until, cases);
    }

    private List<HeardCase> heard(LocalDate from, LocalDate until) {
        return database.sql("""
                        with heard as (
                            select distinct i.meeting_id, i.record_id from meeting.item i
                            join meeting.item_event e on e.item_id = i.id and e.what = 'HEARD'),
                        held as (
                            select m.id, b.name, (t.starts_at at time zone 'Europe/London')::date as day
                            from meeting.meeting m join meeting.board b on b.id = m.board_id
                            join lateral (select g.starts_at from meeting.timing g where g.meeting_id = m.id
                                          order by g.since_at desc, g.id desc limit 1) t on true
                            where m.cancelled_at is null),
                        person as (
                            select p.record_id, p.in_household, s.standing, s.sex, s.born_on
                            from marac.referred_person p join people.source_record s on s.id = p.person_id
                            where p.record_id in (select record_id from heard))
                        select h.meeting_id, d.name as board, d.day, h.record_id, b.reference, y.kind as agency_kind,
                            exists (select from marac.triage t join marac.repetition r on r.triage_id = t.id
                                    where t.record_id = h.record_id and t.undone_at is null) as repeat,
                            (select count(*) from person p where p.record_id = h.record_id
                             and p.standing = 'CHILD' and p.in_household <> 'NO') as children,
                            (select p.sex from person p where p.record_id = h.record_id and p.standing = 'VICTIM'
                             limit 1) as sex,
                            (select p.born_on from person p where p.record_id = h.record_id and p.standing = 'VICTIM'
                             limit 1) as born,
                            array(select p.born_on from person p where p.record_id = h.record_id
                                  and p.standing = 'PERPETRATOR') as harmers,
                            (select s.answer from marac.statement s
                             where s.record_id = h.record_id and s.topic = 'MINORITISED') as minoritised,
                            (select s.answer from marac.statement s
                             where s.record_id = h.record_id and s.topic = 'DISABILITY') as disability,
                            (select s.answer from marac.statement s
                             where s.record_id = h.record_id and s.topic = 'LGBT') as lgbt
                        from heard h
                        join held d on d.id = h.meeting_id
                        join marac.referral f on f.id = h.record_id
                        join access.record b on b.id = h.record_id
                        join access.agency y on y.id = f.agency_id
                        where d.day between :from and :until
                        """)
                .param("from", from)
                .param("until", until)
                .query((row, _) -> heardCase(row))
                .list();
    }

    private static HeardCase heardCase(ResultSet row) throws SQLException {
        var harmers = (Object[]) row.getArray("harmers").getArray();
        List<LocalDate> born = Arrays.stream(harmers)
                .filter(Objects::nonNull)
                .map(day -> ((Date) day).toLocalDate())
                .toList();
        return new HeardCase(
                row.getObject("meeting_id", UUID.class),
                row.getString("board"),
                row.getObject("day", LocalDate.class),
                row.getObject("record_id", UUID.class),
                row.getString("reference"),
                row.getBoolean("repeat"),
                row.getInt("children"),
                row.getString("agency_kind"),
                answer(row.getString("minoritised")),
                answer(row.getString("disability")),
                answer(row.getString("lgbt")),
                Objects.requireNonNullElse(row.getString("sex"), ""),
                row.getObject("born", LocalDate.class),
                born,
                harmers.length - born.size());
    }

    private static Answer answer(@Nullable String code) {
        return code == null ? Answer.NOT_ASKED : Answer.valueOf(code);
    }
}
