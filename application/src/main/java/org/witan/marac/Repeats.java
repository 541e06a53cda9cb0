package org.witan.marac;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.marac.Repeat.SameHarmers;

/// Earlier referrals of the persons of a referral, as far as whoever looks may see. Asked inside a witnessed piece of
/// work. The coordinator sees all of them, so that no repeat is missed because another agency referred before.
@Repository
class Repeats {
    private static final int TWIN_DAYS = 30;
    private final JdbcClient database;

    Repeats(JdbcClient database) {
        this.database = database;
    }

    /// Earlier referrals of the same victim, the latest first.
    List<Repeat> before(UUID referral) {
        return database.sql("""
                        with mine as (
                            select p.person_id as id, p.part, p.person_id as original
                            from marac.referred_person p where p.record_id = :referral
                            union
                            select t.other_id, p.part, p.person_id
                            from marac.referred_person p
                            cross join lateral (select x.other_id from people.together x
                                                where x.record_id = p.person_id offset 0) t
                            where p.record_id = :referral),
                        same as materialized (
                            select x.record_id as id from marac.referred_person x join mine m on m.id = x.person_id
                            where x.part = 'VICTIM' and m.part = 'VICTIM')
                        select r.id, b.reference, r.referred_on, w.met_on, w.until,
                            case when me.last_event_on >= r.referred_on then me.last_event_on else me.referred_on end
                                as on_day,
                            (select count(distinct m.original) from mine m
                             join marac.referred_person x on x.person_id = m.id and x.part = 'PERPETRATOR'
                             where m.part = 'PERPETRATOR' and x.record_id = r.id) as common,
                            (select count(*) from marac.referred_person x
                             where x.record_id = r.id and x.part = 'PERPETRATOR') as theirs,
                            coalesce(d.definition, case when c.answer is not null then 'WOULD_BE_A_CRIME' end,
                                (select marac.definition_in_force())) as definition,
                            coalesce(c.answer, case when exists (
                                select from marac.incident n
                                where n.record_id = r.id and n.happened_on <= me.referred_on
                                  and people.concern_holds(n.concern_id) and marac.crime_of(n.concern_id) = 'YES')
                                then 'YES' else 'UNKNOWN' end) as crime,
                            (select count(distinct original) from mine where part = 'PERPETRATOR') as ours
                        from marac.referral me
                        join marac.referral r on r.referred_at < me.referred_at
                        join access.record b on b.id = r.id
                        join marac.repeat_window w on w.record_id = r.id
                        left join marac.triage t on t.record_id = me.id and t.undone_at is null
                        left join marac.repetition d on d.triage_id = t.id
                        left join marac.crime_answer c on c.triage_id = t.id and c.earlier_id = r.id
                        where me.id = :referral and not marac.referred_in_error(r.id) and not marac.referred_twice(r.id)
                          and r.id = any (array(select s.id from same s))
                        order by r.referred_at desc, r.id desc
                        """)
                .param("referral", referral)
                .query((row, _) -> new Repeat(
                        row.getObject("id", UUID.class),
                        row.getString("reference"),
                        row.getObject("referred_on", LocalDate.class),
                        row.getObject("met_on", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getObject("on_day", LocalDate.class),
                        same(row.getInt("common"), row.getInt("theirs"), row.getInt("ours")),
                        RepeatDefinition.valueOf(row.getString("definition")),
                        Crime.valueOf(row.getString("crime"))))
                .list();
    }

    /// The last referral that this one repeats, if it repeats one.
    Optional<Repeat> last(UUID referral) {
        return before(referral).stream().filter(Repeat::isRepeat).findFirst();
    }

    /// Referrals of the same victim that were withdrawn as sent twice: what was written down with one of them
    /// holds.
    List<UUID> sentTwice(UUID referral) {
        return database.sql("""
                        select distinct x.record_id
                        from marac.referred_person p
                        cross join lateral (
                            select p.person_id as id
                            union
                            select y.other_id from people.together y where y.record_id = p.person_id offset 0) t
                        join marac.referred_person x on x.person_id = t.id and x.part = 'VICTIM'
                        where p.record_id = :referral and p.part = 'VICTIM' and x.record_id <> :referral
                          and marac.referred_twice(x.record_id)
                        """)
                .param("referral", referral)
                .query((row, _) -> row.getObject("record_id", UUID.class))
                .list();
    }

    /// Whether the same case was referred once more within so many days before or after, and that referral
    /// stands: neither withdrawn nor turned away, and no history that no meeting heard.
    boolean hasTwin(UUID referral) {
        return database.sql("""
                        with mine as (
                            select p.part, t.id
                            from marac.referred_person p
                            cross join lateral (
                                select p.person_id as id
                                union
                                select x.other_id from people.together x where x.record_id = p.person_id offset 0) t
                            where p.record_id = :referral)
                        select exists (
                            select from marac.referral me
                            join marac.referral r on r.id <> me.id
                                and r.referred_on between me.referred_on - :days and me.referred_on + :days
                            where me.id = :referral
                              and exists (select from marac.referred_person x join mine m on m.id = x.person_id
                                          where x.record_id = r.id and x.part = 'VICTIM' and m.part = 'VICTIM')
                              and (not exists (select from mine m where m.part = 'PERPETRATOR')
                                   or not exists (select from marac.referred_person x
                                                  where x.record_id = r.id and x.part = 'PERPETRATOR')
                                   or exists (select from marac.referred_person x join mine m on m.id = x.person_id
                                              where x.record_id = r.id and x.part = 'PERPETRATOR'
                                                and m.part = 'PERPETRATOR'))
                              and not exists (select from marac.triage t
                                              where t.record_id = r.id and t.undone_at is null
                                                and t.outcome not in ('ACCEPTED', 'EMERGENCY'))
                              and (r.source = 'MADE_HERE'
                                   or exists (select from marac.imported h where h.record_id = r.id and h.heard and h.undone_at is null)))
                        """)
                .param("referral", referral)
                .param("days", TWIN_DAYS)
                .query(Boolean.class)
                .single();
    }

    static SameHarmers same(int common, int theirs, int ours) {
        if (theirs == 0 || ours == 0) {
            return SameHarmers.UNKNOWN;
        }
        if (common == 0) {
            return SameHarmers.NONE;
        }
        return common == theirs && common == ours ? SameHarmers.ALL : SameHarmers.SOME;
    }
}
