package org.witan.marac;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.Demonstration.Acting;
import org.witan.access.signin.Inventing;
import org.witan.meeting.Board;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.site.Days;

/// Gives a demonstration the list in which its conference was kept before: cases of three years ago, one that
/// came again, and one that cannot be taken, as nobody wrote down when it was.
///
/// It does so once: where a list was brought, nothing is given.
@Component
@Order(26)
class InventingOldList implements Inventing {
    private static final Logger LOG = LoggerFactory.getLogger(InventingOldList.class);
    private static final String HEADINGS =
            "Victim,Victim DOB,Alleged perpetrator,Alleged perpetrator DOB,Children,Date of referral,Meeting date,"
                    + "Heard,Agency,Repeat,Outcome";
    private static final int YEARS_AGO = 3;
    private static final int UNTIL_HEARD = 12;
    private final TakingOldLists taking;
    private final KeepingBoards boards;
    private final Days days;

    InventingOldList(TakingOldLists taking, KeepingBoards boards, Days days) {
        this.taking = taking;
        this.boards = boards;
        this.days = days;
    }

    @Override
    public void invent(List<Acting> people) {
        Acting.of(people, Role.COORDINATOR, Purpose.MARAC).stream()
                .findFirst()
                .filter(coordinator -> taking.list(coordinator).isEmpty())
                .ifPresent(this::invent);
    }

    private void invent(Viewer coordinator) {
        boards.list(coordinator).stream()
                .filter(one -> one.kind() == BoardKind.MARAC && one.keeps())
                .map(Board::id)
                .findFirst()
                .ifPresent(board -> take(coordinator, board));
    }

    private void take(Viewer coordinator, UUID board) {
        UUID list = taking.bring(coordinator, rows().getBytes(StandardCharsets.UTF_8));
        OldList read = taking.read(coordinator, list);
        taking.confirm(coordinator, list, board, read.columns(), read.version());
        int taken = taking.take(coordinator, list);
        LOG.info("The demonstration has an old list, of which {} rows were taken", taken);
    }

    private String rows() {
        LocalDate then = days.today().minusYears(YEARS_AGO);
        return String.join(
                "\n",
                HEADINGS,
                row(
                        "Dionyza Inventwell,2/3/1979,Iachimo Madeupsby,1/1/1975,2",
                        then,
                        "Invented Police,No,Locks changed"),
                row(
                        "Dionyza Inventwell,2/3/1979,Iachimo Madeupsby,1/1/1975,2",
                        then.plusDays(98),
                        "Invented Homes,Yes,Moved to another home"),
                row(
                        "Calpurnia Inventdale,14/10/1991,Leontes Madeupsby,,0",
                        then.plusDays(28),
                        "Invented Surgery,No,Support by an IDVA"),
                "Virgilia Inventlake,30/6/1984,Claudio Madeupsby,,1,,,,Invented Police,No,Not written down");
    }

    private static String row(String persons, LocalDate referred, String rest) {
        return String.join(",", persons, Days.typed(referred), Days.typed(referred.plusDays(UNTIL_HEARD)), "Yes", rest);
    }
}
