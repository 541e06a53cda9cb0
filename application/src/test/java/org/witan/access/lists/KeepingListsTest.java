package org.witan.access.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.Part;
import org.witan.access.Partnership;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;

/// Those who keep the lists of a record open and close it to others, and each row says who did it.
class KeepingListsTest extends RunningApplication {
    @Autowired
    private KeepingLists keeping;

    @Autowired
    private ReadingRecords reading;

    @Autowired
    private RegisteringRecords registering;

    @Autowired
    private Noting noting;

    @Autowired
    private FindingRecords finding;

    private Partnership partnership;
    private UUID police;
    private Viewer coordinator;
    private Viewer chair;
    private Viewer officer;
    private UUID file;

    @BeforeEach
    void aCaseOfTheTeam() {
        partnership = partnership();
        var team = partnership.agency("PARTNERSHIP");
        police = partnership.agency("POLICE");
        coordinator = partnership.viewer(team, Role.COORDINATOR, Purpose.MARAC);
        chair = partnership.viewer(team, Role.CHAIR, Purpose.MARAC);
        officer = partnership.viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        file = registering.register(coordinator, RecordKind.CASE, team, null).id();
    }

    @Test
    void anAgencySeesTheRecordWhileItTakesPart() {
        assertThat(sees(officer)).isFalse();
        keeping.add(coordinator, file, Listing.PARTY, police, "");
        assertThat(sees(officer)).isTrue();
        assertThatThrownBy(() -> keeping.add(coordinator, file, Listing.PARTY, police, ""))
                .isInstanceOf(Refused.class);
        keeping.end(coordinator, file, Listing.PARTY, police);
        assertThat(sees(officer)).isFalse();
        assertThat(keeping.open(coordinator, file).entries())
                .as("what ended stays in the list")
                .anyMatch(entry -> entry.listing() == Listing.PARTY && !entry.open());
        assertThatThrownBy(() -> keeping.end(coordinator, file, Listing.PARTY, police))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aRestrictedRecordIsThereForThoseNamedOnly() {
        keeping.add(coordinator, file, Listing.PARTY, police, "");
        keeping.restrict(coordinator, file, List.of(officer.account()), "A colleague is in it");
        assertThat(sees(officer)).isTrue();
        assertThat(sees(coordinator)).isTrue();
        assertThat(sees(chair)).isFalse();
        assertThat(keeping.open(coordinator, file).entries())
                .as("each row says whom it is for and who made it")
                .filteredOn(entry -> entry.listing() == Listing.NAME || entry.listing() == Listing.RESTRICTION)
                .allMatch(entry -> entry.by().equals("Invented Person"))
                .allMatch(entry -> entry.who().equals(entry.listing() == Listing.NAME ? "Invented Person" : ""))
                .hasSizeGreaterThan(1);
        UUID restriction = key(coordinator, Listing.RESTRICTION);
        assertThatThrownBy(() -> keeping.end(chair, file, Listing.RESTRICTION, restriction))
                .isInstanceOf(Absent.class);
        keeping.end(coordinator, file, Listing.RESTRICTION, restriction);
        assertThat(sees(chair)).isTrue();
    }

    @Test
    void nothingOverridesABarrierOnAPersonAndTheyCannotLiftIt() {
        keeping.add(coordinator, file, Listing.BARRIER, chair.account(), "Knows the family");
        keeping.add(coordinator, file, Listing.NAME, chair.account(), "Needed");
        assertThat(sees(chair)).isFalse();
        UUID barrier = key(coordinator, Listing.BARRIER);
        assertThatThrownBy(() -> keeping.end(chair, file, Listing.BARRIER, barrier))
                .isInstanceOf(Absent.class);
        keeping.end(coordinator, file, Listing.BARRIER, barrier);
        assertThat(sees(chair)).isTrue();
    }

    @Test
    void anEmployeeCaseShutsOutWhoeverWorksThereUnderAnyOtherHat() {
        keeping.add(coordinator, file, Listing.PARTY, police, "");
        partnership.membership(chair.account(), police, Role.REPRESENTATIVE);
        keeping.add(coordinator, file, Listing.EMPLOYEE_CASE, police, "The alleged perpetrator is an officer");
        assertThat(sees(officer)).isFalse();
        assertThat(sees(chair)).isFalse();
        keeping.add(coordinator, file, Listing.NAME, chair.account(), "Chairs the meeting");
        assertThat(sees(chair)).isTrue();
        UUID barrier = key(coordinator, Listing.EMPLOYEE_CASE);
        assertThatThrownBy(() -> keeping.end(chair, file, Listing.EMPLOYEE_CASE, barrier))
                .as("whom it is for cannot lift it")
                .isInstanceOf(Refused.class);
    }

    @Test
    void anEmbargoClosesTheRecordUntilItEnds() {
        keeping.add(coordinator, file, Listing.PARTY, police, "");
        keeping.embargo(coordinator, file, Instant.now().plus(Duration.ofDays(1)), "An arrest is planned");
        assertThat(sees(officer)).isFalse();
        assertThat(sees(chair)).isFalse();
        assertThat(sees(coordinator)).isTrue();
        keeping.endEmbargo(coordinator, file, "Done");
        assertThat(sees(officer)).isTrue();
        assertThatThrownBy(() -> keeping.endEmbargo(coordinator, file, "Again")).isInstanceOf(Refused.class);
    }

    @Test
    void whoDoesNotKeepListsFindsNone() {
        keeping.add(coordinator, file, Listing.PARTY, police, "");
        assertThatThrownBy(() -> keeping.open(officer, file)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> keeping.add(officer, file, Listing.NAME, officer.account(), "Me"))
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> keeping.add(coordinator, UUID.randomUUID(), Listing.PARTY, police, ""))
                .isInstanceOf(Absent.class);
    }

    @Test
    void aNoteIsThereForThoseWhoMaySeeItsPart() {
        keeping.add(coordinator, file, Listing.PARTY, police, "");
        noting.note(coordinator, file, Part.THIRD_PARTY, "Her sister says so, invented", null);
        noting.note(officer, file, Part.RISK, "Two calls, invented", null);
        assertThat(reading.open(officer, Verb.READ, file).notes())
                .extracting(Note::words)
                .containsExactly("Two calls, invented");
        assertThat(finding.find(officer, "her SISTER says", null).count()).isZero();
        assertThat(finding.find(coordinator, "her SISTER says", null).count()).isEqualTo(1);
        assertThatThrownBy(() -> noting.note(officer, file, Part.THIRD_PARTY, "No", null))
                .isInstanceOf(Absent.class);
        UUID risk = reading.open(officer, Verb.READ, file).notes().getFirst().id();
        noting.note(coordinator, file, Part.RISK, "Three calls, invented", risk);
        assertThat(reading.open(officer, Verb.READ, file).notes())
                .extracting(Note::corrected)
                .containsExactly(true, false);
    }

    @Test
    void everyChangeIsInTheTrailWithTheRecord() {
        keeping.add(coordinator, file, Listing.PARTY, police, "");
        keeping.end(coordinator, file, Listing.PARTY, police);
        reading.open(coordinator, Verb.PRINT, file);
        finding.export(coordinator);
        assertThat(partnership.trailOf(coordinator))
                .extracting(row -> row.get("deed") + " " + row.get("outcome"))
                .containsExactly("ADD DONE", "ADD DONE", "CHANGE DONE", "PRINT DONE", "EXPORT DONE");
        assertThat(partnership.trailOf(coordinator))
                .extracting(row -> String.valueOf(row.get("records")))
                .allMatch(shown -> shown.contains(file.toString()));
    }

    private boolean sees(Viewer viewer) {
        try {
            return reading.open(viewer, Verb.READ, file).record().id().equals(file);
        } catch (Absent _) {
            return false;
        }
    }

    private UUID key(Viewer viewer, Listing listing) {
        return keeping.open(viewer, file).entries().stream()
                .filter(entry -> entry.listing() == listing && (entry.open() || listing == Listing.EMPLOYEE_CASE))
                .map(entry -> UUID.fromString(entry.key()))
                .findFirst()
                .orElseThrow();
    }
}
