package org.witan.access.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.access.Partnership;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Refused;
import org.witan.access.RegisteredRecord;
import org.witan.access.Role;
import org.witan.access.Viewer;

/// People shut themselves out of what they must not see, and a named lead opens what nobody else can in time.
class ConflictsAndGlassTest extends RunningApplication {
    private static final String REASON = "A child is in danger tonight, invented";

    @Autowired
    private DeclaringConflicts declaring;

    @Autowired
    private ResolvingDeclarations resolving;

    @Autowired
    private BreakingGlass breaking;

    @Autowired
    private ReviewingGlass reviewing;

    @Autowired
    private RegisteringRecords registering;

    @Autowired
    private KeepingLists keeping;

    @Autowired
    private ReadingRecords reading;

    private Partnership partnership;
    private UUID team;
    private Viewer coordinator;
    private Viewer officer;
    private Viewer protection;
    private RegisteredRecord file;

    @BeforeEach
    void aCaseOfTheTeam() {
        partnership = partnership();
        team = partnership.agency("PARTNERSHIP");
        coordinator = partnership.viewer(team, Role.COORDINATOR, Purpose.MARAC);
        protection = partnership.viewer(team, Role.DATA_PROTECTION_OFFICER, Purpose.OVERSIGHT);
        officer = partnership.viewer(partnership.agency("POLICE"), Role.REPRESENTATIVE, Purpose.MARAC);
        file = registering.register(coordinator, RecordKind.CASE, team, null);
    }

    @Test
    void anOpenRecordClosesAtOnceToWhoeverDeclares() {
        keeping.add(coordinator, file.id(), Listing.PARTY, officer.agency(), "");
        declaring.onRecord(officer, file.id(), Relation.RELATED, "My cousin, invented");
        assertThatThrownBy(() -> reading.open(officer, Verb.READ, file.id())).isInstanceOf(Absent.class);
        assertThat(resolving.list(coordinator))
                .filteredOn(one -> one.account().equals(officer.account()))
                .extracting(one -> one.reference() + ": " + one.words())
                .containsExactly(file.reference() + ": My cousin, invented");
        var other = partnership.viewer(team, Role.COORDINATOR, Purpose.MARAC);
        keeping.add(coordinator, file.id(), Listing.BARRIER, other.account(), "Is in it");
        assertThat(resolving.list(other))
                .as("a coordinator who is barred reads the words and not the reference")
                .filteredOn(one -> one.account().equals(officer.account()))
                .extracting(Declaration::reference)
                .containsExactly("");
    }

    @Test
    void aDeclarationInWordsTellsNothingAndTheCoordinatorSetsTheBarrier() {
        keeping.add(coordinator, file.id(), Listing.PARTY, officer.agency(), "");
        declaring.inWords(officer, Relation.KNOWS, "Invented Person, Invented Street");
        UUID id = resolving.list(officer).getFirst().id();
        assertThat(resolving.resolve(coordinator, id, List.of("MARAC-2026-NOSUCH")))
                .containsExactly("MARAC-2026-NOSUCH");
        assertThat(resolving.list(officer).getFirst().resolved()).isFalse();
        assertThat(resolving.resolve(coordinator, id, List.of(file.reference())))
                .isEmpty();
        assertThatThrownBy(() -> reading.open(officer, Verb.READ, file.id())).isInstanceOf(Absent.class);
        assertThat(resolving.list(officer).getFirst().resolved()).isTrue();
        assertThatThrownBy(() -> resolving.resolve(coordinator, id, List.of())).isInstanceOf(Refused.class);
    }

    @Test
    void aCoordinatorDoesNotDealWithTheirOwnDeclaration() {
        declaring.inWords(coordinator, Relation.SUBJECT, "It is about me, invented");
        UUID id = resolving.list(coordinator).stream()
                .filter(Declaration::own)
                .findFirst()
                .orElseThrow()
                .id();
        assertThatThrownBy(() -> resolving.resolve(coordinator, id, List.of())).isInstanceOf(Refused.class);
    }

    @Test
    void aLeadOpensARecordForSomeHoursAndTheOfficerHasItToReview() {
        lead(officer);
        breaking.breakGlass(officer, file.reference(), REASON);
        assertThat(reading.open(officer, Verb.READ, file.id()).glassUntil()).isNotNull();
        var waiting = reviewing.list(protection).stream()
                .filter(one -> one.reference().equals(file.reference()))
                .findFirst()
                .orElseThrow();
        assertThat(waiting.reviewed()).isFalse();
        reviewing.review(protection, waiting.id(), false, "The coordinator was there, invented");
        assertThatThrownBy(() -> reading.open(officer, Verb.READ, file.id()))
                .as("glass without reason closes at once")
                .isInstanceOf(Absent.class);
        assertThatThrownBy(() -> reviewing.review(protection, waiting.id(), true, ""))
                .isInstanceOf(Refused.class);
        assertThat(partnership.trailOf(officer))
                .extracting(row -> row.get("deed") + " " + row.get("outcome"))
                .startsWith("BREAK_GLASS DONE", "READ DONE");
    }

    @Test
    void aWrongReferenceABarrierAndNoRightGetTheSameAnswer() {
        assertThatThrownBy(() -> breaking.breakGlass(officer, file.reference(), REASON))
                .as("no lead")
                .isInstanceOf(Absent.class);
        lead(officer);
        assertThatThrownBy(() -> breaking.breakGlass(officer, "MARAC-2026-NOSUCH", REASON))
                .isInstanceOf(Absent.class);
        keeping.add(coordinator, file.id(), Listing.BARRIER, officer.account(), "Is in it");
        assertThatThrownBy(() -> breaking.breakGlass(officer, file.reference(), REASON))
                .isInstanceOf(Absent.class);
    }

    @Test
    void whoBrokeTheGlassUnderOneHatDoesNotReviewItUnderAnother() {
        lead(officer);
        breaking.breakGlass(officer, file.reference(), REASON);
        partnership.end(officer.membership());
        var asChair = new Viewer(
                officer.account(),
                partnership.membership(officer.account(), team, Role.CHAIR),
                team,
                Role.CHAIR,
                Purpose.MARAC,
                officer.origin());
        var own = reviewing.list(asChair).stream()
                .filter(one -> one.reference().equals(file.reference()))
                .findFirst()
                .orElseThrow();
        assertThat(own.own()).isTrue();
        assertThatThrownBy(() -> reviewing.review(asChair, own.id(), true, "")).isInstanceOf(Refused.class);
    }

    private void lead(Viewer viewer) {
        partnership.run("update access.membership set lead = true where id = ?", viewer.membership());
    }
}
