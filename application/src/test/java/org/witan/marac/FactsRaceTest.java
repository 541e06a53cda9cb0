package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.database.OwnerDatabase;
import org.witan.shared.Identity;

/// Two who change the same case at the same moment leave facts of the return that are true of both.
class FactsRaceTest extends AConference {
    private static final String UNDO =
            "update marac.triage set undone_at = now(), undone_by = decided_by where record_id = ?";
    private static final String HEAR = """
            insert into meeting.item_event (id, item_id, record_id, kind, what, words, at, by)
            select uuidv7(), i.id, i.record_id, i.kind, 'HEARD', '', now(), i.put_on_by from meeting.item i
            where i.record_id = ?
            """;
    /// The agency says by now that the alleged perpetrator is a boy of fifteen.
    private static final String CORRECT = """
            insert into people.source_record (id, part, standing, receipt_id, source, source_key, agency_id, received_at,
                received_by, given_name, family_name, date_of_birth, born_on, sex, protected, language, interpreter, pregnant,
                deceased, supersedes_id)
            select b.id, s.part, s.standing, s.receipt_id, s.source, s.source_key, s.agency_id, now(), s.received_by,
                s.given_name, s.family_name, s.date_of_birth, (now() - interval '15 years')::date, s.sex, s.protected,
                s.language, s.interpreter, s.pregnant, s.deceased, s.id
            from marac.referred_person p
            join people.source_record s on s.id = p.person_id
            join access.record b on b.reference = ?
            where p.record_id = ? and p.part = 'PERPETRATOR'
            """;
    private static final String MOVE = """
            insert into meeting.timing (id, meeting_id, starts_at, minutes, place, link, reason, since_at, set_by, version)
            select uuidv7(), t.meeting_id, t.starts_at + interval '3 days', t.minutes, t.place, t.link, 'Invented', clock_timestamp(),
                t.set_by, t.version + 1
            from meeting.timing t where t.meeting_id = ?
            """;

    @Autowired
    private ApplicationContext application;

    /// The record under which a correction stands.
    private String registered() {
        UUID id = Identity.at(Instant.now());
        partnership().run("""
                        insert into access.record (id, kind, reference, owner_id, registered_at)
                        select ?, 'PERSON', ?, m.agency_id, now() from access.membership m where m.account_id = ?
                        """, id, "INVENTED-" + id, nurse.account());
        return "INVENTED-" + id;
    }

    private static int run(Connection connection, String statement, Object... parameters) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int at = 0; at < parameters.length; at++) {
                prepared.setObject(at + 1, parameters[at]);
            }
            return prepared.executeUpdate();
        }
    }

    private static int process(Connection connection) throws SQLException {
        try (var answer = connection.createStatement().executeQuery("select pg_backend_pid()")) {
            answer.next();
            return answer.getInt(1);
        }
    }

    private interface Change {
        int in(Connection connection) throws SQLException;
    }

    /// The one is written and not committed when the other is begun; it is committed when the other waits, or is done.
    private void atOnce(Change first, Change second) throws SQLException, InterruptedException, ExecutionException {
        try (Connection one = OwnerDatabase.connection(application);
                Connection other = OwnerDatabase.connection(application);
                var beside = Executors.newVirtualThreadPerTaskExecutor()) {
            one.setAutoCommit(false);
            int process = process(other);
            assertThat(first.in(one)).isOne();
            Future<Integer> written = beside.submit(() -> second.in(other));
            while (!written.isDone() && !waits(process)) {
                Thread.onSpinWait();
            }
            one.commit();
            assertThat(written.get()).isOne();
        }
    }

    private boolean waits(int process) {
        return partnership()
                        .count(
                                "select count(*) from pg_stat_activity where pid = ? and wait_event_type = 'Lock'",
                                process)
                == 1;
    }

    private String facts(UUID referral) {
        return String.join(
                " ",
                partnership()
                        .asked(
                                "select repeat || ' ' || harmers_under_18 from marac.heard_fact where record_id = ?",
                                referral));
    }

    @Test
    void aDecisionAndACorrectionAtTheSameMomentBothCount() throws Exception {
        heard("Borisav", 40, 30);
        UUID again = heard("Borisav", 5, 2);
        assertThat(facts(again)).isEqualTo("true 0");
        String reference = registered();
        atOnce(one -> run(one, UNDO, again), other -> run(other, CORRECT, reference, again));
        assertThat(facts(again)).isEqualTo("false 1");
    }

    @Test
    void aCorrectionAtTheMomentAtWhichACaseIsHeardCounts() throws Exception {
        UUID referral = referred("Borisav", 5);
        listed(referral, 2);
        String reference = registered();
        atOnce(one -> run(one, HEAR, referral), other -> run(other, CORRECT, reference, referral));
        assertThat(facts(referral)).isEqualTo("false 1");
    }

    @Test
    void aMeetingThatIsMovedWhileACaseIsHeardHasItsNewDay() throws Exception {
        UUID referral = referred("Borisav", 5);
        UUID meeting = listed(referral, 2);
        atOnce(one -> run(one, HEAR, referral), other -> run(other, MOVE, meeting));
        assertThat(partnership().asked("select met_on from marac.referral where id = ?", referral))
                .containsExactly(today.plusDays(1).toString());
    }

    @Test
    void aRepeatThatIsDecidedWhileItsEarlierReferralIsFoundToBeInErrorIsNone() throws Exception {
        UUID first = heard("Borisav", 40, 30);
        UUID withdrawal = UUID.randomUUID();
        UUID again = heard("Borisav", 5, 2);
        assertThat(facts(again)).isEqualTo("true 0");
        partnership().run("""
                        insert into marac.withdrawal (id, record_id, reason, words, asked_at, asked_by, agency_id)
                        select ?, r.id, 'WRONG_PERSON', 'Invented', now(), t.decided_by, r.agency_id
                        from marac.referral r join marac.triage t on t.record_id = r.id where r.id = ?
                        """, withdrawal, first);
        partnership().run("delete from marac.repetition where record_id = ?", again);
        atOnce(one -> run(one, """
                        insert into marac.repetition (triage_id, record_id, earlier_id, why)
                        select t.id, t.record_id, ?, 'Invented' from marac.triage t where t.record_id = ? and t.undone_at is null
                        """, first, again), other -> run(other, """
                        update marac.withdrawal w set outcome = 'WITHDRAWN', answer = '', decided_at = now(), decided_by = t.decided_by,
                            triage_id = t.id
                        from marac.triage t where w.id = ? and t.record_id = w.record_id
                        """, withdrawal));
        assertThat(facts(again)).isEqualTo("false 0");
    }
}
