package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.marac.protection.Disclosing;
import org.witan.marac.protection.Disclosing.Taken;
import org.witan.marac.protection.DisclosureRequest;
import org.witan.marac.protection.DisclosureRequest.Applicant;
import org.witan.marac.protection.DisclosureRequest.GivenTo;
import org.witan.marac.protection.DisclosureRequest.Kind;
import org.witan.marac.protection.DisclosureRequest.Route;

/// Disclosure-scheme requests: the police and the coordinator handle them, an IDVA reads that they made one,
/// and nobody else learns that there is one. Their clock runs from the day on which they were received.
class DisclosuresTest extends AConference {
    @Autowired
    private Disclosing disclosing;

    @Autowired
    private Witnessing witnessing;

    private UUID referral;
    private Viewer idva;
    private Viewer otherIdva;

    @BeforeEach
    void aCaseThatAMeetingHeard() {
        UUID service = partnership().agency("VICTIM_SERVICE");
        idva = partnership().viewer(service, Role.IDVA, Purpose.MARAC);
        otherIdva = partnership().viewer(service, Role.IDVA, Purpose.MARAC);
        referral = heard("Borisav", 60, 50);
    }

    private UUID requested(Viewer viewer, Route route, Applicant applicant, int daysAgo) {
        UUID id = UUID.randomUUID();
        disclosing.request(viewer, id, referral, route, applicant, today.minusDays(daysAgo));
        return id;
    }

    private DisclosureRequest of(UUID request) {
        return disclosing.of(police, referral).all().stream()
                .filter(one -> one.id().equals(request))
                .findFirst()
                .orElseThrow();
    }

    private Taken taken(Kind what) {
        return new Taken(
                what, today, what == Kind.GIVEN ? GivenTo.VICTIM : null, what == Kind.GIVEN ? "constable" : "");
    }

    private List<UUID> waiting(Viewer viewer) {
        return witnessing.witness(
                viewer,
                Deed.of(Verb.LIST, "work"),
                shown -> disclosing.open(shown).stream()
                        .map(DisclosureRequest::id)
                        .toList());
    }

    @Test
    void onlyThePoliceAndTheCoordinatorLearnOfARequestTheyDidNotMake() {
        UUID made = requested(idva, Route.RIGHT_TO_ASK, Applicant.VICTIM, 3);
        UUID other = requested(police, Route.RIGHT_TO_KNOW, Applicant.PROFESSIONAL, 2);
        disclosing.take(police, referral, made, UUID.randomUUID(), taken(Kind.CHECKED));
        assertThat(disclosing.of(coordinator, referral).all())
                .extracting(DisclosureRequest::id)
                .containsExactly(other, made);
        Disclosing.Requests own = disclosing.of(idva, referral);
        assertThat(own.handles()).isFalse();
        assertThat(own.all()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(made);
            assertThat(one.steps()).isEmpty();
        });
        assertThat(disclosing.of(otherIdva, referral).all()).isEmpty();
        assertThatThrownBy(() -> disclosing.of(housing, referral)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> disclosing.of(nurse, referral)).isInstanceOf(Absent.class);
        assertThat(waiting(police)).contains(made, other);
        assertThat(waiting(idva)).isEmpty();
        assertThat(waiting(housing)).isEmpty();
    }

    @Test
    void whatIsSentAgainWithOtherWordsIsNotLostUnseen() {
        UUID request = requested(police, Route.RIGHT_TO_ASK, Applicant.VICTIM, 3);
        disclosing.request(police, request, referral, Route.RIGHT_TO_ASK, Applicant.VICTIM, today.minusDays(3));
        assertThatThrownBy(() -> disclosing.request(
                        police, request, referral, Route.RIGHT_TO_ASK, Applicant.THIRD_PARTY, today.minusDays(3)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> disclosing.request(
                        coordinator, request, referral, Route.RIGHT_TO_ASK, Applicant.VICTIM, today.minusDays(3)))
                .isInstanceOf(Refused.class);
        UUID step = UUID.randomUUID();
        disclosing.take(police, referral, request, step, taken(Kind.CHECKED));
        disclosing.take(police, referral, request, step, taken(Kind.CHECKED));
        assertThatThrownBy(() -> disclosing.take(police, referral, request, step, taken(Kind.MET)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> disclosing.take(coordinator, referral, request, step, taken(Kind.CHECKED)))
                .isInstanceOf(Refused.class);
        assertThat(of(request).steps()).hasSize(1);
    }

    @Test
    void onlyThoseWhoHandleThemTakeSteps() {
        UUID request = requested(idva, Route.RIGHT_TO_ASK, Applicant.VICTIM, 3);
        for (Viewer one : List.of(idva, otherIdva, housing, nurse)) {
            assertThatThrownBy(
                            () -> disclosing.take(one, referral, request, UUID.randomUUID(), taken(Kind.TO_DISCLOSE)))
                    .isInstanceOf(Absent.class);
        }
        for (Viewer one : List.of(housing, nurse)) {
            assertThatThrownBy(() -> requested(one, Route.RIGHT_TO_ASK, Applicant.VICTIM, 0))
                    .isInstanceOf(Absent.class);
        }
    }

    @Test
    void itsClockRunsFromTheDayOnWhichItWasReceived() {
        UUID request = requested(police, Route.RIGHT_TO_ASK, Applicant.THIRD_PARTY, 29);
        DisclosureRequest found = of(request);
        assertThat(found.dues().checked()).isEqualTo(today.minusDays(28));
        assertThat(found.dues().met()).isBetween(today.minusDays(24), today.minusDays(18));
        assertThat(found.dues().answered()).isEqualTo(today.minusDays(1));
        assertThat(found.isLate(today)).isTrue();
        disclosing.take(police, referral, request, UUID.randomUUID(), taken(Kind.CHECKED));
        disclosing.take(police, referral, request, UUID.randomUUID(), taken(Kind.MET));
        assertThat(of(request).due()).containsExactly(today.minusDays(1));
        disclosing.take(police, referral, request, UUID.randomUUID(), taken(Kind.TO_DISCLOSE));
        assertThat(of(request).isOpen()).as("decided, and not given yet").isTrue();
        disclosing.take(police, referral, request, UUID.randomUUID(), taken(Kind.GIVEN));
        assertThat(of(request).isLate(today)).isFalse();
        assertThat(waiting(police)).doesNotContain(request);
        assertThat(of(requested(police, Route.RIGHT_TO_KNOW, Applicant.PROFESSIONAL, 0))
                        .dues()
                        .met())
                .as("nobody applied")
                .isNull();
    }

    @Test
    void aStepIsTakenOnceInOrderAndUndoneForASlip() {
        UUID request = requested(police, Route.RIGHT_TO_ASK, Applicant.VICTIM, 1);
        assertThatThrownBy(() -> disclosing.take(police, referral, request, UUID.randomUUID(), taken(Kind.GIVEN)))
                .as("nobody decided it")
                .isInstanceOf(Refused.class);
        UUID step = UUID.randomUUID();
        disclosing.take(police, referral, request, step, taken(Kind.NOT_TO_DISCLOSE));
        disclosing.take(police, referral, request, step, taken(Kind.NOT_TO_DISCLOSE));
        assertThat(of(request).steps()).hasSize(1);
        assertThatThrownBy(() ->
                        disclosing.take(coordinator, referral, request, UUID.randomUUID(), taken(Kind.TO_DISCLOSE)))
                .as("of a stale page")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> disclosing.undo(idva, referral, request, step)).isInstanceOf(Absent.class);
        disclosing.undo(police, referral, request, step);
        assertThatThrownBy(() -> disclosing.undo(police, referral, request, step))
                .isInstanceOf(Refused.class);
        assertThat(of(request).isOpen()).isTrue();
        assertThat(of(request).steps()).as("it stays").hasSize(1);
    }

    @Test
    void sentTwiceItIsOneRequest() {
        UUID id = UUID.randomUUID();
        disclosing.request(police, id, referral, Route.RIGHT_TO_ASK, Applicant.VICTIM, today);
        disclosing.request(police, id, referral, Route.RIGHT_TO_ASK, Applicant.VICTIM, today);
        assertThat(disclosing.of(police, referral).all()).hasSize(1);
        UUID other = heard("Cvetan", 5, 3);
        assertThatThrownBy(() -> disclosing.request(police, id, other, Route.RIGHT_TO_ASK, Applicant.VICTIM, today))
                .isInstanceOf(Refused.class);
    }

    @Test
    void thereIsNoPlaceForWhatIsDisclosed() {
        assertThat(partnership().asked("""
                                select column_name from information_schema.columns
                                where table_schema = 'marac' and table_name in ('disclosure_request', 'disclosure_step')
                                  and data_type = 'text' order by 1
                                """))
                .containsExactlyInAnyOrder("kind", "route", "applicant", "kind", "what", "given_to", "given_by");
        assertThat(partnership().asked("select code from marac.disclosure_step_kind order by place"))
                .containsExactlyElementsOf(
                        Arrays.stream(Kind.values()).map(Enum::name).toList());
    }
}
