package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.people.Given;
import org.witan.people.GivenConcern;
import org.witan.people.GivenPerson;
import org.witan.people.Name;
import org.witan.people.Receiving;
import org.witan.people.Source;
import org.witan.people.Standing;
import org.witan.site.Days;

/// What of a referral waits for whom by e-mail, from the use case to who is told.
class WaitingIsToldTest extends AConference {
    @Autowired
    private Withdrawing withdrawing;

    @Autowired
    private Receiving receiving;

    @Autowired
    private JdbcClient database;

    private Viewer idva;

    @BeforeEach
    void anIdva() {
        idva = partnership().viewer(partnership().agency("VICTIM_SERVICE"), Role.IDVA, Purpose.MARAC);
        forget();
    }

    private void forget() {
        partnership().run("delete from notices.notice");
        partnership().run("delete from notices.waiting");
    }

    private List<Viewer> told() {
        while (database.sql("select notices.fold(true)").query(Integer.class).single() > 0) {
            // The next few.
        }
        return List.of(coordinator, idva, police, housing, nurse).stream()
                .filter(one ->
                        partnership().count("select count(*) from notices.waiting where account_id = ?", one.account())
                                == 1)
                .toList();
    }

    @Test
    void aReferralWaitsForTheCoordinatorAndTheIdvaAtOnceAndForNobodyElse() {
        referred("Borisav", 0);
        assertThat(told()).containsExactly(coordinator, idva);
    }

    @Test
    void aCaseOnAListWaitsForTheAgenciesOfTheBoard() {
        UUID referral = referred("Borisav", 2);
        told();
        forget();
        UUID meeting = listed(referral, -8);
        int version = Integer.parseInt(partnership()
                .asked("select version from meeting.meeting where id = ?", meeting)
                .getFirst());
        scheduling.sendList(coordinator, meeting, version);
        assertThat(told()).contains(police, housing).doesNotContain(coordinator, nurse);
    }

    @Test
    void aWithdrawalThatIsAskedForWaitsForTheCoordinator() {
        UUID referral = referred("Borisav", 2);
        told();
        forget();
        withdrawing.ask(nurse, UUID.randomUUID(), referral, Withdrawal.Reason.RISK_CHANGED, "Invented: she moved");
        assertThat(told()).containsExactly(coordinator);
    }

    @Test
    void aPoliceRecordThatMayBeARepeatWaitsForTheCoordinator() {
        UUID referral = referred("Borisav", 100);
        told();
        forget();
        receiving.receive(
                police,
                new Given(
                        Source.POLICE_EXTRACT,
                        List.of(
                                GivenPerson.of(Standing.VICTIM, new Name("Katherine", family), Days.typed(born)),
                                GivenPerson.of(
                                        Standing.PERPETRATOR,
                                        new Name("Borisav", "borisav" + family),
                                        Days.typed(born.minusDays(1000)))),
                        List.of(),
                        new GivenConcern(null, today.minusDays(3), "Invented", "Invented: a call.")));
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (partnership().count("select count(*) from marac.incident where record_id = ?", referral) == 0) {
            assertThat(System.nanoTime()).as("it is found in time").isLessThan(until);
            Thread.onSpinWait();
        }
        assertThat(told()).containsExactly(coordinator);
    }

    @Test
    void whatIsToldNamesNobodyAndIsGoneWhenItIsKnownForWhom() {
        referred("Borisav", 0);
        assertThat(partnership().asked("select notices::text from notices.notice as notices"))
                .isNotEmpty()
                .noneMatch(row -> row.contains(family) || row.contains("Katherine") || row.contains("MARAC-"));
        told();
        assertThat(partnership().count("select count(*) from notices.notice")).isZero();
    }
}
