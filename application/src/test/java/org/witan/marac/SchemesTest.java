package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.protection.LinkingSchemes;
import org.witan.marac.protection.SchemeLink;
import org.witan.marac.protection.SchemeLink.Told;

/// Links to MAPPA, MATAC and child protection: written once, ended with a reason, and each in the part of the
/// case that it belongs to.
class SchemesTest extends AConference {
    @Autowired
    private LinkingSchemes linking;

    private UUID referral;

    @BeforeEach
    void aCaseThatAMeetingHeard() {
        referral = heard("Borisav", 60, 50);
    }

    private Told told(String scheme, @Nullable String level) {
        return new Told(
                scheme, "M-17", level, null, today.minusDays(5), null, "Invented Probation", "MAPPA coordinator");
    }

    private UUID added(Viewer viewer, String scheme, @Nullable String level) {
        UUID id = UUID.randomUUID();
        linking.add(viewer, id, referral, told(scheme, level));
        return id;
    }

    @Test
    void agenciesOfTheConferenceReadThatAnotherBodyKnowsOfIt() {
        UUID link = added(police, "MAPPA", "LEVEL_2");
        assertThat(reading.read(housing, referral).links()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(link);
            assertThat(one.level()).contains("Level 2");
            assertThat(one.lead()).isEqualTo("Invented Probation");
        });
        Viewer stranger =
                partnership().viewer(partnership().agency("HOUSING_ASSOCIATION"), Role.REPRESENTATIVE, Purpose.MARAC);
        assertThatThrownBy(() -> linking.open(stranger, link)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> added(stranger, "MATAC", null)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> added(nurse, "MATAC", null)).isInstanceOf(Absent.class);
    }

    @Test
    void whoWorksWithTheVictimDoesNotReadWhatIsAboutWhoCausesHarm() {
        added(police, "MAPPA", "LEVEL_3");
        UUID child = added(housing, "CHILD_PROTECTION", null);
        Viewer worker =
                partnership().viewer(partnership().agency("VICTIM_SERVICE"), Role.SUPPORT_WORKER, Purpose.SUPPORT);
        partnership()
                .run(
                        "insert into access.assignment (record_id, account_id, from_at) values (?, ?, now())",
                        referral,
                        worker.account());
        assertThat(reading.read(worker, referral).links())
                .extracting(SchemeLink::id)
                .containsExactly(child);
    }

    @Test
    void sentTwiceItIsWrittenOnceAndEndedOnceWithAReason() {
        UUID link = added(police, "MATAC", null);
        linking.add(police, link, referral, told("MATAC", null));
        assertThat(reading.read(police, referral).links()).hasSize(1);
        assertThatThrownBy(() -> linking.add(police, link, referral, told("MAPPA", null)))
                .as("other words from the same form")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> linking.add(housing, link, referral, told("MATAC", null)))
                .as("somebody else")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> linking.end(housing, link, today, "not ours")).isInstanceOf(Absent.class);
        linking.end(police, link, today, "Invented: taken off the list");
        assertThatThrownBy(() -> linking.end(police, link, today, "again")).isInstanceOf(Refused.class);
        assertThat(reading.read(police, referral).links()).singleElement().satisfies(one -> {
            assertThat(one.stands()).isFalse();
            assertThat(one.endedBecause()).isEqualTo("Invented: taken off the list");
        });
    }

    @Test
    void aLinkOfAnEarlierReferralStandsOnALaterOneOfTheSameVictim() {
        UUID link = added(police, "MAPPA", "LEVEL_1");
        UUID later = heard("Borisav", 5, 2);
        assertThat(reading.read(police, later).links())
                .extracting(SchemeLink::id)
                .containsExactly(link);
    }
}
