package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Referring.Referred;
import org.witan.meeting.Action;
import org.witan.meeting.AgendaItem;
import org.witan.meeting.AgreeingActions;
import org.witan.meeting.Area;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Mark;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Section;
import org.witan.meeting.Subject;
import org.witan.meeting.Timing;
import org.witan.people.Standing;

/// An accepted referral goes on an agenda, agencies research it, and the conference hears it.
class ConferringTest extends RunningApplication {
    @Autowired
    private Drafting drafting;

    @Autowired
    private Referring referring;

    @Autowired
    private Triaging triaging;

    @Autowired
    private Listing listing;

    @Autowired
    private Researching researching;

    @Autowired
    private Conferring conferring;

    @Autowired
    private ReadingMinutes minutes;

    @Autowired
    private AgreeingActions agreeing;

    @Autowired
    private ReadingReferrals reading;

    @Autowired
    private KeepingBoards boards;

    @Autowired
    private Scheduling scheduling;

    private Viewer nurse;
    private Viewer police;
    private Viewer housing;
    private Viewer coordinator;
    private UUID board;
    private UUID meeting;
    private UUID referral;

    @BeforeEach
    void anAcceptedReferralAndAConference() {
        UUID run = partnership().agency("PARTNERSHIP");
        UUID force = partnership().agency("POLICE");
        UUID landlord = partnership().agency("HOUSING_ASSOCIATION");
        coordinator = partnership().viewer(run, Role.COORDINATOR, Purpose.MARAC);
        police = partnership().viewer(force, Role.REPRESENTATIVE, Purpose.MARAC);
        housing = partnership().viewer(landlord, Role.REPRESENTATIVE, Purpose.MARAC);
        nurse = partnership().viewer(partnership().agency("HOSPITAL"), Role.REFERRER, Purpose.MARAC);
        board = UUID.randomUUID();
        boards.add(coordinator, board, BoardKind.MARAC, "Invented MARAC " + board, "", run);
        boards.addAgency(coordinator, board, force, true);
        boards.addAgency(coordinator, board, landlord, false);
        meeting = UUID.randomUUID();
        scheduling.schedule(
                coordinator, meeting, board, new Timing(Instant.now().plusSeconds(600_000), 180, "Invented Hall", ""));
        referral = referred();
    }

    private UUID referred() {
        UUID draft = drafting.begin(nurse);
        keep(draft, "victim", Map.of("given", List.of("Invented" + draft), "born", List.of("1990")));
        keep(draft, "perpetrator.1", Map.of("given", List.of("Other" + draft)));
        keep(draft, "other.1", Map.of("standing", List.of("CHILD"), "given", List.of("Small" + draft)));
        keep(draft, "judgement", Map.of("grounds", List.of("ESCALATION")));
        keep(draft, "aware", Map.of("consent", List.of("YES")));
        return ((Referred) referring.refer(nurse, draft)).referral();
    }

    private void keep(UUID draft, String page, Map<String, List<String>> fields) {
        drafting.keep(nurse, draft, page, fields, Answers.of(Map.of()).mark(page));
    }

    private UUID listed() {
        triaging.decide(coordinator, referral, TriageOutcome.ACCEPTED, Ground.ESCALATION, "", _ -> "");
        listing.list(coordinator, referral, meeting);
        return item(coordinator);
    }

    private UUID item(Viewer viewer) {
        return conferring.coming(viewer).stream()
                .filter(one -> one.meeting().id().equals(meeting))
                .flatMap(one -> one.cases().stream())
                .filter(one -> one.record().equals(referral))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void aLineIsWrittenOnceAndItsIdIsNoOtherLine() {
        UUID item = listed();
        UUID line = UUID.randomUUID();
        conferring.write(coordinator, meeting, item, line, LineKind.RISK_TO_VICTIM, "first", null);
        conferring.write(coordinator, meeting, item, line, LineKind.RISK_TO_VICTIM, "first", null);
        assertThatThrownBy(() -> conferring.write(
                        coordinator, meeting, item, line, LineKind.RISK_TO_VICTIM, "something else", null))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Conferring.SENT_BEFORE));
        assertThat(partnership().asked("select words from marac.line where item_id = ?", item))
                .containsExactly("first");
    }

    private static Research.Given known(String words, boolean share) {
        return new Research.Given(
                Standing.VICTIM, true, "in March", words, "it escalates", share, share ? "" : "third party");
    }

    @Test
    void onlyWhatWasAcceptedIsListedAndListingOpensItToTheBoardsAgencies() {
        assertThatThrownBy(() -> listing.list(coordinator, referral, meeting)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> reading.read(police, referral)).isInstanceOf(Absent.class);
        UUID item = listed();
        var hearing = conferring.open(coordinator, meeting, item);
        assertThat(hearing.item().section()).isEqualTo(Section.WITH_CHILDREN);
        assertThat(hearing.item().marks()).doesNotContain(Mark.REPEAT);
        assertThat(reading.read(police, referral).persons()).hasSize(3);
        Viewer stranger = partnership().viewer(partnership().agency("EDUCATION"), Role.REPRESENTATIVE, Purpose.MARAC);
        assertThatThrownBy(() -> reading.read(stranger, referral)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> conferring.open(stranger, meeting, item)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> listing.list(coordinator, referral, meeting)).isInstanceOf(Refused.class);
    }

    @Test
    void nothingKnownIsOnePressWithUndo() {
        listed();
        assertThat(researching.list(police))
                .filteredOn(one -> one.referral().equals(referral))
                .hasSize(1);
        researching.nothing(police, meeting, referral);
        researching.nothing(police, meeting, referral);
        assertThat(researching.read(police, meeting, referral).orElseThrow().nothingKnown())
                .isTrue();
        researching.undo(police, meeting, referral);
        assertThat(researching.read(police, meeting, referral)).isEmpty();
        assertThatThrownBy(() -> researching.nothing(nurse, meeting, referral)).isInstanceOf(Absent.class);
    }

    @Test
    void researchIsItsAgencysUntilItIsSpoken() {
        UUID item = listed();
        UUID shared = UUID.randomUUID();
        researching.add(police, meeting, referral, shared, known("three calls", true));
        researching.add(police, meeting, referral, shared, known("three calls", true));
        researching.add(police, meeting, referral, UUID.randomUUID(), known("an informant", false));
        assertThat(researching.read(police, meeting, referral).orElseThrow().items())
                .hasSize(2);
        assertThat(conferring.open(housing, meeting, item).research())
                .as("of others")
                .isEmpty();
        assertThat(conferring.open(housing, meeting, item).spoken()).isEmpty();
        var seen = conferring.open(coordinator, meeting, item).research().getFirst();
        assertThat(seen.items()).extracting(Research.Item::words).containsExactly("three calls");
        assertThatThrownBy(() -> conferring.tick(housing, meeting, item, shared))
                .isInstanceOf(Absent.class);
        conferring.tick(coordinator, meeting, item, shared);
        conferring.tick(coordinator, meeting, item, shared);
        assertThat(conferring.open(housing, meeting, item).spoken())
                .extracting(one -> one.item().words())
                .containsExactly("three calls");
        assertThatThrownBy(() -> researching.undo(police, meeting, referral)).isInstanceOf(Refused.class);
    }

    @Test
    void whatAnAgencyTookBackIsNotSharedByAPageFromBefore() {
        UUID item = listed();
        UUID shared = UUID.randomUUID();
        researching.add(police, meeting, referral, shared, known("three calls", true));
        researching.undo(police, meeting, referral);
        assertThatThrownBy(() -> conferring.tick(coordinator, meeting, item, shared))
                .isInstanceOf(Absent.class);
        assertThat(conferring.open(housing, meeting, item).spoken()).isEmpty();
    }

    @Test
    void whatIsOnAnAgendaIsNotTakenBackUnseen() {
        listed();
        UUID decision =
                reading.read(coordinator, referral).decision().orElseThrow().id();
        assertThatThrownBy(() -> triaging.undo(coordinator, referral, decision)).isInstanceOf(Refused.class);
    }

    @Test
    void twoWhoWriteAtOnceLoseNothingAndWhatIsSentAgainIsWrittenOnce() throws Exception {
        UUID item = listed();
        List<UUID> ids = IntStream.range(0, 20).mapToObj(_ -> UUID.randomUUID()).toList();
        List<Callable<Boolean>> all = IntStream.range(0, 40)
                .<Callable<Boolean>>mapToObj(at -> () -> {
                    conferring.write(
                            coordinator,
                            meeting,
                            item,
                            ids.get(at % 20),
                            LineKind.RISK_TO_VICTIM,
                            "line " + at % 20,
                            null);
                    return true;
                })
                .toList();
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : both.invokeAll(all)) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(conferring.open(coordinator, meeting, item).lines())
                .extracting(Line::words)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).mapToObj(at -> "line " + at).toList());
    }

    @Test
    void aLineThatIsPutRightStandsBesideTheOneThatWasWrong() {
        UUID item = listed();
        UUID wrong = UUID.randomUUID();
        conferring.write(coordinator, meeting, item, wrong, LineKind.PERPETRATOR, "wrong", null);
        conferring.write(coordinator, meeting, item, UUID.randomUUID(), LineKind.PERPETRATOR, "right", wrong);
        assertThat(conferring.open(coordinator, meeting, item).lines())
                .extracting(Line::words)
                .containsExactly("right");
        assertThat(partnership().asked("select count(*) from marac.line where item_id = ?", item))
                .containsExactly("2");
        assertThatThrownBy(() ->
                        conferring.write(housing, meeting, item, UUID.randomUUID(), LineKind.PERPETRATOR, "no", null))
                .isInstanceOf(Absent.class);
    }

    @Test
    void whatALineReplacedStaysReadableAndASecondCorrectionOfTheSameLineIsRefused() {
        UUID item = listed();
        UUID wrong = UUID.randomUUID();
        UUID right = UUID.randomUUID();
        conferring.write(coordinator, meeting, item, wrong, LineKind.PERPETRATOR, "wrong", null);
        conferring.write(coordinator, meeting, item, UUID.randomUUID(), LineKind.PERPETRATOR, "after it", null);
        conferring.write(coordinator, meeting, item, right, LineKind.PERPETRATOR, "better", wrong);
        conferring.write(coordinator, meeting, item, right, LineKind.PERPETRATOR, "better", wrong);
        assertThatThrownBy(() -> conferring.write(
                        coordinator, meeting, item, UUID.randomUUID(), LineKind.PERPETRATOR, "late", wrong))
                .isInstanceOf(Refused.class);
        conferring.write(coordinator, meeting, item, UUID.randomUUID(), LineKind.PERPETRATOR, "best", right);
        var lines = conferring.open(coordinator, meeting, item).lines();
        assertThat(lines).extracting(Line::words).containsExactly("best", "after it");
        assertThat(lines.getFirst().replaced()).extracting(Line::words).containsExactly("better", "wrong");
    }

    @Test
    void anActionThatIsAgreedThereIsOneOfTheMeetingHoweverOftenItIsSent() {
        UUID item = listed();
        UUID action = UUID.randomUUID();
        var term = new Action.Term(police.agency(), null, null);
        var content = new Action.Content("Change the lock", Area.CHILDREN, Subject.CHILD);
        conferring.agree(coordinator, meeting, item, action, term, content);
        conferring.agree(coordinator, meeting, item, action, term, content);
        var now = conferring.now(coordinator, meeting, item);
        assertThat(now.actions()).extracting(Action::id).containsExactly(action);
        assertThat(now.lacksChildrensAction()).isFalse();
        assertThat(partnership().asked("select item_id from meeting.action where record_id = ?", action))
                .containsExactly(item.toString());
        assertThatThrownBy(() -> conferring.agree(housing, meeting, item, UUID.randomUUID(), term, content))
                .isInstanceOf(Absent.class);
    }

    @Test
    void eachChangeIsCountedAndAnEmptyRefreshIsOneRowInTheTrail() {
        UUID item = listed();
        long before = version(item);
        conferring.write(coordinator, meeting, item, UUID.randomUUID(), LineKind.SHARED, "one", null);
        assertThat(version(item)).isEqualTo(before + 1);
        UUID shared = UUID.randomUUID();
        researching.add(police, meeting, referral, shared, known("three calls", true));
        assertThat(version(item))
                .as("what an agency brings is its own until it is spoken")
                .isEqualTo(before + 1);
        conferring.tick(coordinator, meeting, item, shared);
        assertThat(version(item)).isEqualTo(before + 2);
        int rows = partnership().trailOf(police).size();
        conferring.now(police, meeting, item);
        assertThat(partnership().trailOf(police)).hasSize(rows + 1);
    }

    private long version(UUID item) {
        return Objects.requireNonNull(conferring.now(coordinator, meeting, item).version());
    }

    @Test
    void aCaseWithChildrenLacksTheirActionUntilThereIsOneOrAReason() {
        UUID item = listed();
        assertThat(conferring.open(coordinator, meeting, item).lacksChildrensAction())
                .isTrue();
        conferring.write(
                coordinator, meeting, item, UUID.randomUUID(), LineKind.NO_CHILDRENS_ACTION, "already referred", null);
        assertThat(conferring.open(coordinator, meeting, item).lacksChildrensAction())
                .isFalse();
        conferring.heard(coordinator, meeting, item);
        conferring.heard(coordinator, meeting, item);
        assertThat(conferring.open(coordinator, meeting, item).item().events()).hasSize(1);
        assertThat(minutes.of(police, meeting, false).cases()).hasSize(1);
    }

    @Test
    void minutesNameWhatWasOpenFromBeforeAndEachAgencyGetsItsOwnActions() {
        UUID item = listed();
        agreed(item, null, police.agency(), "From before");
        agreed(item, item, police.agency(), "Agreed for the police");
        agreed(item, item, housing.agency(), "Agreed for housing");
        Minutes found = minutes.of(coordinator, meeting, true);
        assertThat(found.outstanding()).extracting(Action::shownWords).containsExactly("From before");
        assertThat(found.agreed())
                .extracting(Action::shownWords)
                .containsExactlyInAnyOrder("Agreed for the police", "Agreed for housing");
        assertThat(minutes.actions(police, meeting, false).actions())
                .extracting(Action::shownWords)
                .containsExactly("Agreed for the police");
        assertThat(minutes.actions(coordinator, meeting, false).actions()).hasSize(2);
        assertThatThrownBy(() -> minutes.actions(police, UUID.randomUUID(), true))
                .isInstanceOf(Absent.class);
        assertThat(partnership().deedsOf(coordinator.account())).contains("EXPORT minutes DONE");
    }

    private void agreed(UUID item, @Nullable UUID agreedOn, UUID agency, String words) {
        UUID id = UUID.randomUUID();
        AgendaItem found = conferring.open(coordinator, meeting, item).item();
        agreeing.agree(
                coordinator,
                new AgreeingActions.Agreed(
                        id,
                        board,
                        found.record(),
                        agreedOn,
                        new Action.Term(agency, null, null),
                        new Action.Content(words, Area.HOME_SAFETY, Subject.VICTIM),
                        true));
    }
}
