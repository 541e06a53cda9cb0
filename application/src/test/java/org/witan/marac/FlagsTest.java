package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.SourceRecord;
import org.witan.shared.WorkingDays;

/// Flags on the files of agencies: live within the window, to remove after it, and each agency's own.
class FlagsTest extends AConference {
    @Autowired
    private ReadingMinutes minutes;

    @Autowired
    private Flagging flagging;

    @Autowired
    private TriageQueue queue;

    @Autowired
    private Witnessing witnessing;

    private FlaggedCase of(Viewer viewer, UUID referral) {
        return find(viewer, referral).getFirst();
    }

    private List<FlaggedCase> find(Viewer viewer, UUID referral) {
        return flagging.list(viewer, Verb.LIST).stream()
                .filter(one -> one.referral().equals(referral))
                .toList();
    }

    @Test
    void whatAMeetingHeardIsFlaggedByEachAgencyForItself() {
        UUID referral = heard("Borisav", 30, 20);
        FlaggedCase before = of(police, referral);
        assertThat(before.isToSet(today)).isTrue();
        assertThat(before.until()).isEqualTo(today.minusDays(30).plusMonths(12));
        assertThat(before.metOn()).isEqualTo(today.minusDays(20));
        assertThat(before.persons())
                .extracting(one -> one.name().given())
                .containsExactly("Katherine", "Borisav", "Small");
        flagging.say(police, referral, FlagWord.SET);
        flagging.say(police, referral, FlagWord.SET);
        assertThat(of(police, referral).says(FlagWord.SET)).isTrue();
        assertThat(of(housing, referral).isToSet(today)).as("of another agency").isTrue();
        assertThat(said(referral)).as("once").isEqualTo(1);
        assertThatThrownBy(() -> flagging.say(police, referral, FlagWord.REMOVED))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> flagging.say(nurse, referral, FlagWord.SET)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> flagging.say(coordinator, referral, FlagWord.SET))
                .isInstanceOf(Absent.class);
    }

    private long said(UUID referral) {
        return partnership()
                .count("select count(*) from marac.flag where record_id = ? and undone_at is null", referral);
    }

    @Test
    void whatWasSaidByASlipIsUndoneOnceAndStaysInTheTable() {
        UUID referral = heard("Borisav", 30, 20);
        flagging.say(police, referral, FlagWord.SET);
        UUID said = Objects.requireNonNull(of(police, referral).last()).id();
        assertThatThrownBy(() -> flagging.undo(housing, referral, said)).isInstanceOf(Refused.class);
        flagging.undo(police, referral, said);
        assertThatThrownBy(() -> flagging.undo(police, referral, said)).isInstanceOf(Refused.class);
        assertThat(of(police, referral).isToSet(today)).isTrue();
        assertThat(partnership().count("select count(*) from marac.flag where record_id = ?", referral))
                .isEqualTo(1);
    }

    @Test
    void saidTwiceAtOnceItStandsOnce() throws Exception {
        UUID referral = heard("Borisav", 30, 20);
        Callable<Boolean> say = () -> {
            flagging.say(police, referral, FlagWord.SET);
            return true;
        };
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : all.invokeAll(List.of(say, say, say, say))) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(said(referral)).isEqualTo(1);
    }

    @Test
    void afterTwelveMonthsAFlagIsToBeRemovedAndNotBefore() {
        UUID referral = heard("Borisav", 340, 330);
        flagging.say(police, referral, FlagWord.SET);
        moveBack(referral, 60);
        FlaggedCase lapsed = of(police, referral);
        assertThat(lapsed.isLive(today)).isFalse();
        assertThat(lapsed.isToRemove(today)).isTrue();
        assertThatThrownBy(() -> flagging.say(police, referral, FlagWord.SET)).isInstanceOf(Refused.class);
        flagging.say(police, referral, FlagWord.REMOVED);
        assertThat(of(police, referral).isToRemove(today)).isFalse();
        assertThat(of(housing, referral).isToRemove(today)).isTrue();
    }

    private void moveBack(UUID referral, int days) {
        partnership()
                .run(
                        "update marac.referral set referred_at = referred_at - ? * interval '1 day', referred_on = referred_on - ? where id = ?",
                        days,
                        days,
                        referral);
    }

    @Test
    void theLastDayOfTheWindowIsStillLive() {
        UUID referral = heard("Borisav", 30, 20);
        partnership()
                .run(
                        "update marac.referral set referred_on = (access.today() - interval '12 months')::date where id = ?",
                        referral);
        assertThat(of(police, referral).isLive(today)).isTrue();
        moveBack(referral, 1);
        assertThat(of(police, referral).isLive(today)).isFalse();
    }

    @Test
    void aFlagThatWasSetIsToldHoweverLongAgoItLapsed() {
        UUID referral = heard("Borisav", 30, 20);
        UUID never = heard("Other", 30, 20);
        flagging.say(police, referral, FlagWord.SET);
        moveBack(referral, 3000);
        moveBack(never, 3000);
        assertThat(of(police, referral).isToRemove(today)).isTrue();
        assertThat(find(police, never)).as("never flagged, lapsed years ago").isEmpty();
    }

    @Test
    void aRepeatMakesTheCaseLiveAgainByItselfAndTakesItsPlaceOnceItIsHeard() {
        UUID first = heard("Borisav", 360, 350);
        flagging.say(police, first, FlagWord.SET);
        UUID second = referred("Borisav", 20);
        moveBack(first, 10);
        assertThat(of(police, first).isToRemove(today))
                .as("the police do not see the second yet")
                .isTrue();
        UUID meeting = listed(second, 5);
        assertThat(of(police, first).isLive(today)).as("listed").isTrue();
        assertThat(of(police, first).until()).isEqualTo(today.minusDays(20).plusMonths(12));
        assertThat(find(police, second)).as("not heard yet").isEmpty();
        conferring.heard(coordinator, meeting, item(meeting, second));
        assertThat(find(police, first)).isEmpty();
        assertThat(of(police, second).isToSet(today)).isTrue();
    }

    @Test
    void anotherHarmerIsAnotherCaseWithAFlagOfItsOwn() {
        UUID first = heard("Borisav", 370, 360);
        UUID second = heard("Dragomir", 20, 10);
        assertThat(of(police, first).isToRemove(today)).isTrue();
        assertThat(of(police, second).isToSet(today)).isTrue();
    }

    @Test
    void theWindowMayCountFromTheMeetingAndBothDatesAreTold() {
        UUID first = heard("Borisav", 380, 300);
        UUID second = referred("Borisav", 0);
        assertThat(of(police, first).isLive(today)).isFalse();
        Repeat before = reading.read(coordinator, second).earlier().getFirst();
        assertThat(before.isRepeat()).isFalse();
        set("marac_repeat_anchor", 1);
        try {
            assertThat(of(police, first).until()).isEqualTo(today.minusDays(300).plusMonths(12));
            Repeat repeat = reading.read(coordinator, second).earlier().getFirst();
            assertThat(repeat.isRepeat()).isTrue();
            assertThat(List.of(repeat.referredOn(), repeat.metOn()))
                    .containsExactly(today.minusDays(380), today.minusDays(300));
            assertThat(partnership()
                            .asked("select until::text from marac.repeat_window where record_id = ?", second)
                            .getFirst())
                    .as("one that no meeting heard counts from its referral")
                    .isEqualTo(today.plusMonths(12).toString());
        } finally {
            set("marac_repeat_anchor", 0);
        }
        assertThat(of(police, first).isLive(today)).isFalse();
    }

    @Test
    void theCoordinatorCountsAgenciesAsTheTablesDo() {
        UUID referral = heard("Borisav", 340, 330);
        flagging.say(police, referral, FlagWord.SET);
        flagging.say(housing, referral, FlagWord.SET);
        moveBack(referral, 60);
        flagging.say(police, referral, FlagWord.REMOVED);
        FlagTally tally = flagging.tallies(coordinator).stream()
                .filter(one -> one.referral().equals(referral))
                .findFirst()
                .orElseThrow();
        assertThat(tally.set()).isEqualTo(1);
        assertThat(tally.removed()).isEqualTo(1);
        assertThat(tally.agencies())
                .isEqualTo(partnership()
                        .count("select count(distinct agency_id) from access.party where record_id = ?", referral));
        assertThat(tally.isLive(today)).isFalse();
        assertThatThrownBy(() -> flagging.tallies(nurse)).isInstanceOf(Absent.class);
    }

    @Test
    void whatWaitsIsCountedAsEachFileSays() {
        UUID referral = heard("Borisav", 30, 20);
        heard("Dragomir", 370, 360);
        List<FlaggedCase> all = flagging.list(police, Verb.LIST);
        assertThat(counted())
                .isEqualTo(new Flagging.Counts(
                        all.stream().filter(one -> one.isToSet(today)).count(),
                        all.stream().filter(one -> one.isToRemove(today)).count(),
                        all.stream()
                                .filter(one -> one.lapsesInTheMonthOf(today))
                                .count()));
        long before = counted().toSet();
        assertThat(before).isPositive();
        flagging.say(police, referral, FlagWord.SET);
        assertThat(counted().toSet()).as("at once").isEqualTo(before - 1);
    }

    private Flagging.Counts counted() {
        return witnessing.witness(
                police, Deed.of(Verb.LIST, "work"), _ -> flagging.counts(police).orElseThrow());
    }

    @Test
    void theDayOfTheLastMeetingIsKeptAsTheTablesOfMeetingsSay() {
        UUID referral = heard("Borisav", 30, 20);
        partnership()
                .run(
                        "insert into meeting.timing select gen_random_uuid(), t.meeting_id, t.starts_at - interval '5 days', t.minutes, t.place, t.link, t.reason, now(), t.set_by, t.version + 1 from meeting.timing t join meeting.item i on i.meeting_id = t.meeting_id where i.record_id = ?",
                        referral);
        assertThat(of(police, referral).metOn()).isEqualTo(today.minusDays(25));
        assertThat(partnership().count("""
                        select count(*) from marac.referral r where r.met_on is distinct from greatest(
                            (select max(marac.meeting_day(i.meeting_id)) from meeting.item i
                             where i.record_id = r.id
                               and exists (select from meeting.heard e where e.item_id = i.id)),
                            (select h.met_on from marac.imported h where h.record_id = r.id and h.heard))
                        """)).isZero();
        assertThat(partnership().count("select count(*) from marac.referral where met_on is not null"))
                .isPositive();
    }

    @Test
    void theConferenceIsToldOfCasesThatLapsedSinceTheMeetingBefore() {
        UUID lapsed = heard("Borisav", 370, 360);
        UUID live = heard("Dragomir", 60, 50);
        UUID next = meeting(-7);
        assertThat(minutes.lapsed(coordinator, next).cases())
                .extracting(FlaggedCase::referral)
                .contains(lapsed)
                .doesNotContain(live);
        assertThat(minutes.of(coordinator, next, false).lapsed())
                .extracting(FlaggedCase::referral)
                .contains(lapsed);
        assertThatThrownBy(() -> minutes.of(nurse, next, false)).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> minutes.lapsed(nurse, next)).isInstanceOf(Absent.class);
    }

    @Test
    void whatIsToldOfFlagsIsInTheTrail() {
        UUID referral = heard("Borisav", 30, 20);
        flagging.list(police, Verb.EXPORT);
        var entry = partnership().trailOf(police).getLast();
        assertThat(String.valueOf(entry)).contains("EXPORT", referral.toString());
        assertThat(partnership().deedsOf(police.account())).contains("EXPORT flag DONE");
        List<UUID> persons =
                of(police, referral).persons().stream().map(SourceRecord::id).toList();
        assertThat(persons).hasSize(3).allMatch(one -> String.valueOf(entry).contains(one.toString()));
    }

    @Test
    void triageSaysByWhenEachIsReadInWorkingDays() {
        UUID referral = referred("Borisav", 5);
        set("marac_triage_days", 2);
        try {
            var waiting = queue.read(coordinator).referrals().stream()
                    .filter(one -> one.referral().equals(referral))
                    .findFirst()
                    .orElseThrow();
            var due = WorkingDays.ofEngland().after(today.minusDays(5), 2);
            assertThat(waiting.due()).isEqualTo(due);
            assertThat(waiting.late()).isEqualTo(due.isBefore(today));
        } finally {
            set("marac_triage_days", 1);
        }
    }

    @Test
    void theWordsOfTheCodeAreThoseOfTheTables() {
        assertRows("flag_word", FlagWord.values());
        assertRows("transfer_why", TransferWhy.values());
        assertRows("transfer_step", TransferStep.values());
        assertRows("received_kind", ReceivedKind.values());
    }

    private void assertRows(String table, Enum<?>[] values) {
        String question = switch (table) {
            case "flag_word" -> "select code from marac.flag_word";
            case "transfer_why" -> "select code from marac.transfer_why";
            case "transfer_step" -> "select code from marac.transfer_step";
            default -> "select code from marac.received_kind";
        };
        assertThat(partnership().asked(question))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(values).map(Enum::name).toList());
    }
}
