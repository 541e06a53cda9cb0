package org.witan.marac;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.witan.access.Viewer;
import org.witan.people.Answer;
import org.witan.shared.Identity;

/// Writes what a referral says, in the transaction that receives it.
@Repository
class ReferralTables {
    private final JdbcClient database;
    private final Clock clock;

    ReferralTables(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Writes all of a referral.
    ///
    /// @param records the source records of the persons, in their order
    void add(Viewer viewer, UUID referral, LocalDate today, ReferredFacts facts, List<UUID> records) {
        database.sql("""
                        insert into marac.referral (id, agency_id, referred_by, referred_at, referred_on, last_event_on)
                        values (:id, :agency, :account, now(), :today, cast(:last as date))
                        """)
                .param("id", referral)
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .param("today", today)
                .param("last", facts.lastEventOn())
                .update();
        addParts(referral, facts, records);
    }

    /// Writes all of a referral of then, taken from an old list: its days are those of the list.
    void addHistory(Viewer viewer, UUID referral, LocalDate referredOn, ReferredFacts facts, List<UUID> records) {
        database.sql("""
                        insert into marac.referral (id, agency_id, referred_by, referred_at, referred_on, source)
                        values (:id, :agency, :account, cast(:on as date)::timestamp at time zone 'Europe/London', :on, 'OLD_LIST')
                        """)
                .param("id", referral)
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .param("on", referredOn)
                .update();
        addParts(referral, facts, records);
    }

    private void addParts(UUID referral, ReferredFacts facts, List<UUID> records) {
        for (int place = 0; place < records.size(); place++) {
            person(referral, place, records.get(place), facts.homes().get(place));
        }
        facts.statements().forEach(statement -> statement(referral, statement));
        facts.grounds()
                .forEach(ground -> database.sql("""
                        insert into marac.claimed_ground (record_id, ground) values (:referral, :ground)
                        """)
                        .param("referral", referral)
                        .param("ground", ground.name())
                        .update());
        Referral.Sharing sharing = facts.sharing();
        if (sharing != null) {
            sharing(referral, sharing);
        }
    }

    /// Opens it to the agencies that have an IDVA, which then find it among what waits for them.
    void tellIdva(UUID referral) {
        database.sql("select marac.tell_idva(:referral)")
                .param("referral", referral)
                .query(Integer.class)
                .single();
    }

    private void person(UUID referral, int place, UUID record, ReferredFacts.Home home) {
        database.sql("""
                        insert into marac.referred_person (record_id, part, person_id, place, in_household, school)
                        select :referral, s.part, s.id, :place, :household, :school
                        from people.source_record s where s.id = :record
                        """)
                .param("referral", referral)
                .param("place", place)
                .param("record", record)
                .param("household", home.inHousehold().name())
                .param("school", home.school())
                .update();
    }

    private void statement(UUID referral, Statements.Statement statement) {
        Answer answer = statement.answer();
        database.sql("""
                        insert into marac.statement (id, record_id, part, topic, answer, words)
                        select :id, :referral, t.part, t.code, :answer, :words from marac.topic t where t.code = :topic
                        """)
                .param("id", Identity.at(clock.instant()))
                .param("referral", referral)
                .param("topic", statement.topic().name())
                .param("answer", answer == null ? null : answer.name())
                .param("words", statement.words())
                .update();
    }

    private void sharing(UUID referral, Referral.Sharing sharing) {
        database.sql("""
                        insert into marac.sharing_decision (record_id, purpose, basis, necessity, proportionality, decided_by)
                        values (:referral, :purpose, :basis, :necessity, :proportionality, :by)
                        """)
                .param("referral", referral)
                .param("purpose", sharing.purpose())
                .param("basis", sharing.basis().name())
                .param("necessity", sharing.necessity())
                .param("proportionality", sharing.proportionality())
                .param("by", sharing.decidedBy())
                .update();
    }
}
