package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.people.Decided;
import org.witan.people.Given;
import org.witan.people.GivenConcern;
import org.witan.people.GivenPerson;
import org.witan.people.Name;
import org.witan.people.Receiving;
import org.witan.people.ReviewingMatches;
import org.witan.people.Source;
import org.witan.people.Standing;

/// What happened to somebody is looked at again when a person says who that was.
class LinkedByHandTest extends AConference {
    private static final long SECONDS = 20;

    @Autowired
    private Receiving receiving;

    @Autowired
    private ReviewingMatches reviewing;

    @Autowired
    private TriageQueue queue;

    @Test
    void furtherAbuseIsFoundWhenSomebodyLinksItsVictimByHand() {
        UUID referral = referred("Borisav", 20);
        receiving.receive(
                police,
                Given.of(
                                Source.POLICE_EXTRACT,
                                GivenPerson.of(Standing.VICTIM, new Name("Zora", "z" + letters()), "1990"))
                        .with(new GivenConcern("L" + family, today.minusDays(3), "", "Invented: he came back")));
        untilAllIsTold();
        assertThat(isFound(referral)).as("nobody knows who that was").isFalse();
        UUID victim =
                one("select person_id from marac.referred_person where record_id = ? and part = 'VICTIM'", referral);
        UUID other = one("select record_id from people.concern where agency_id = ?", police.agency());
        assertThat(reviewing.link(coordinator, victim, other)).isEqualTo(new Decided.Done());
        untilAllIsTold();
        assertThat(isFound(referral)).isTrue();
    }

    private UUID one(String question, UUID of) {
        return UUID.fromString(partnership().asked(question, of).getFirst());
    }

    private boolean isFound(UUID referral) {
        return queue.read(coordinator).incidents().stream()
                .anyMatch(one -> one.referral().equals(referral));
    }

    private void untilAllIsTold() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (partnership().count("""
                        select count(*) from people.news n join people.concern c on c.id = n.concern_id
                        where c.agency_id = ? and n.announced_at is null
                        """, police.agency()) > 0) {
            assertThat(System.nanoTime()).as("it is told in time").isLessThan(until);
            Thread.onSpinWait();
        }
    }
}
