package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.access.Absent;
import org.witan.access.Deed.Verb;
import org.witan.marac.OldList.BuiltOn;
import org.witan.site.Days;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// What was taken from an old list is taken back as a whole, but for that on which something was built.
class OldListUndoTest extends AConference {
    @Autowired
    private ApplicationContext application;

    @Autowired
    private TakingOldLists taking;

    @Autowired
    private Flagging flagging;

    private byte[] list(String... rows) {
        return ("Victim,Victim DOB,Perpetrator,Perp DOB,Date of referral,Meeting date\n" + String.join("\n", rows))
                .getBytes(StandardCharsets.UTF_8);
    }

    private String row(String harmer, LocalDate referred, LocalDate met) {
        return Stream.of(
                        "Katherine " + family,
                        Days.typed(born),
                        harmer + " " + harmer.toLowerCase(Locale.ROOT) + family,
                        Days.typed(born.minusDays(1000)),
                        Days.typed(referred),
                        Days.typed(met))
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
    }

    private UUID taken(byte[] file) {
        UUID list = taking.bring(coordinator, file);
        OldList read = taking.read(coordinator, list);
        taking.confirm(coordinator, list, board, read.columns(), read.version());
        taking.take(coordinator, list);
        return list;
    }

    private List<UUID> referrals(UUID list) {
        return taking.lines(coordinator, list, 0, 100).stream()
                .map(line -> Objects.requireNonNull(line.referral()))
                .toList();
    }

    private boolean isFlaggedBy(UUID referral) {
        return flagging.list(police, Verb.LIST).stream()
                .anyMatch(one -> one.referral().equals(referral));
    }

    @Test
    void whatNothingWasBuiltOnCountsForNothingAndCanBeBroughtAgain() {
        byte[] file = list(row("Wolf", today.minusDays(90), today.minusDays(80)));
        UUID list = taken(file);
        UUID old = referrals(list).getFirst();
        UUID now = referred("Wolf", 0);
        assertThat(reading.read(coordinator, now).repeat()).isPresent();
        assertThat(isFlaggedBy(old)).isTrue();
        assertThat(taking.undo(coordinator, list, "Invented: the wrong file")).isEqualTo(1);
        assertThat(reading.read(coordinator, now).repeat()).isEmpty();
        assertThat(isFlaggedBy(old)).isFalse();
        assertThatThrownBy(() -> reading.read(police, old)).isInstanceOf(Absent.class);
        assertThat(reading.read(coordinator, old).takenBack().orElseThrow().because())
                .isEqualTo("Invented: the wrong file");
        assertThat(taking.undo(coordinator, list, "Invented: again")).isZero();
        assertThat(taken(file)).isEqualTo(list);
        assertThat(referrals(list)).hasSize(1).doesNotContain(old);
        assertThat(reading.read(coordinator, now).repeat()).isPresent();
    }

    @Test
    void whatWasBuiltOnIsListedAndStays() throws Exception {
        UUID list = taken(list(
                row("Wolf", today.minusDays(90), today.minusDays(80)),
                row("Egbert", today.minusDays(300), today.minusDays(290)),
                row("Dragomir", today.minusDays(200), today.minusDays(190))));
        UUID repeated = referrals(list).get(0);
        UUID flagged = referrals(list).get(1);
        listed(referred("Wolf", 0), -3);
        flagging.say(police, flagged, FlagWord.SET);
        var undoing = taking.undoing(coordinator, list);
        assertThat(undoing.goes()).isOne();
        assertThat(undoing.stays())
                .extracting(OldList.Stays::referral, OldList.Stays::what)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(repeated, List.of(BuiltOn.REPEAT)),
                        org.assertj.core.groups.Tuple.tuple(flagged, List.of(BuiltOn.FLAG)));
        var sender = new Sender(address(), Sessions.cookieOf(coordinator, application));
        String path = "/old-lists/" + list;
        assertThat(sender.get(path + "/undo").body())
                .contains("an agency flagged its files for it", "a later referral was decided as a repeat of it");
        assertThat(sender.post(path + "/undo", "reason", "").statusCode()).isEqualTo(422);
        assertThat(sender.post(path + "/undo", "reason", "Invented: misread").statusCode())
                .isEqualTo(302);
        assertThat(sender.get(path).body()).contains("1 referral was taken back on", "Invented: misread");
        assertThat(isFlaggedBy(flagged)).isTrue();
        assertThat(taking.read(coordinator, list).taken()).isEqualTo(2);
        assertThat(sender.get("/referrals/" + referralTakenBack(list)).body()).contains("Taken back on");
    }

    private String referralTakenBack(UUID list) {
        return partnership()
                .asked("select record_id from marac.imported where list_id = ? and undone_at is not null", list)
                .getFirst();
    }

    @Test
    void aRowThatRepeatsAnEarlierOneOfTheListIsMarked() throws Exception {
        UUID list = taken(list(
                row("Wolf", today.minusDays(40), today.minusDays(30)),
                row("Wolf", today.minusDays(200), today.minusDays(190)),
                row("Egbert", today.minusDays(100), today.minusDays(90)),
                row("Wolf", today.minusDays(900), today.minusDays(890))));
        List<UUID> all = referrals(list);
        var repeats = taking.repeats(coordinator, list, taking.lines(coordinator, list, 0, 100));
        assertThat(repeats).containsOnlyKeys(all.get(0));
        assertThat(repeats.get(all.get(0)))
                .isEqualTo(reading.read(coordinator, all.get(1)).reference());
        var sender = new Sender(address(), Sessions.cookieOf(coordinator, application));
        assertThat(sender.get("/old-lists/" + list).body()).contains("Repeat of " + repeats.get(all.get(0)));
    }

    @Test
    void onlyWhoeverCoordinatesForTheAgencyThatTookItTakesItBack() {
        UUID list = taken(list(row("Wolf", today.minusDays(90), today.minusDays(80))));
        assertThatThrownBy(() -> taking.undo(police, list, "Invented")).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> taking.undoing(police, list)).isInstanceOf(Absent.class);
        assertThat(taking.read(coordinator, list).taken()).isOne();
    }

    @Test
    void whatMayBeBuiltOnHistoryIsNamedInTheDatabaseAsInTheCode() {
        assertThat(partnership().asked("select code from marac.built_on order by place"))
                .isEqualTo(Arrays.stream(BuiltOn.values()).map(Enum::name).toList());
    }
}
