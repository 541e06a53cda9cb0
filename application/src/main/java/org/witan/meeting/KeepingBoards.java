package org.witan.meeting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Keeping the boards: which there are, which agencies take part in each, and what each decided for itself.
@Component
public class KeepingBoards {
    private static final String BOARD = "board";
    private final Witnessing witnessing;
    private final Boards boards;
    private final Meetings meetings;
    private final Clock clock;

    KeepingBoards(Witnessing witnessing, Boards boards, Meetings meetings, Clock clock) {
        this.witnessing = witnessing;
        this.boards = boards;
        this.meetings = meetings;
        this.clock = clock;
    }

    /// The boards that whoever looks takes part in.
    public List<Board> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, BOARD), _ -> boards.all());
    }

    /// The same, inside a witnessed piece of work.
    public List<Board> list(Shown shown) {
        return boards.all();
    }

    /// A board.
    ///
    /// @throws Absent when there is none for this viewer
    public BoardInFull open(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, deed(Verb.READ, id), _ -> {
            Board board = boards.find(id).orElseThrow(Absent::new);
            return new BoardInFull(board, boards.members(id), boards.settings(id), meetings.of(id));
        });
    }

    /// A board without its meetings and without what its agencies have still to do, for the page of a meeting.
    ///
    /// @throws Absent when there is none for this viewer
    public BoardInFull behind(Viewer viewer, Meeting meeting) {
        return witnessing.witness(viewer, deed(Verb.READ, meeting.board()), _ -> {
            Board board = boards.find(meeting.board()).orElseThrow(Absent::new);
            return new BoardInFull(board, boards.membersUncounted(board.id()), boards.settings(board.id()), List.of());
        });
    }

    /// The agencies that take part in a board. Inside a witnessed piece of work.
    public List<Member> members(Shown shown, UUID board) {
        return boards.members(board);
    }

    /// The agencies of the partnership, for whoever makes a board or adds to it.
    public List<Agency> agencies(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "agency"), _ -> boards.agencies());
    }

    /// The same, inside a witnessed piece of work.
    public List<Agency> agencies(Shown shown) {
        return boards.agencies();
    }

    /// What holds for a board, inside a witnessed piece of work.
    public Settings settings(Shown shown, UUID board) {
        return boards.settings(board);
    }

    /// Makes a board. The agency that runs it takes part, and is core.
    ///
    /// @param id made with the form, so that a form that is sent twice makes one
    /// @throws Absent when this viewer keeps no such board
    public void add(Viewer viewer, UUID id, BoardKind kind, String name, String area, UUID agency) {
        witnessing.witness(
                viewer,
                deed(Verb.ADD, id).with("name", name),
                _ -> Absent.whereRefused(() -> {
                    var board = new Board(id, kind, name, area, agency, "", null, 0, true);
                    if (Rules.once(Rules.TAKEN, () -> boards.add(board, viewer.account())) > 0) {
                        boards.addMember(Identity.at(clock.instant()), id, agency, true, viewer.account());
                    } else if (boards.find(id)
                            .filter(one -> one.name().equals(name))
                            .isEmpty()) {
                        throw new Refused(Rules.SENT_BEFORE);
                    }
                    return id;
                }));
    }

    /// An agency takes part from now on.
    public void addAgency(Viewer viewer, UUID board, UUID agency, boolean core) {
        witnessing.witness(
                viewer,
                deed(Verb.CHANGE, board).with("added", agency.toString()),
                _ -> Absent.whereRefused(() -> {
                    theKept(board);
                    if (boards.addMember(Identity.at(clock.instant()), board, agency, core, viewer.account()) == 0) {
                        throw new Refused(Rules.MEMBER_ALREADY);
                    }
                    return board;
                }));
    }

    /// An agency takes part no longer. Its open actions stay, and are shown as without owner.
    ///
    /// @param member the row that says that it takes part
    public void endAgency(Viewer viewer, UUID board, UUID member) {
        witnessing.witness(viewer, deed(Verb.CHANGE, board).with("ended", member.toString()), _ -> {
            theKept(board);
            Rules.fresh(boards.endMember(board, member, viewer.account()));
            return board;
        });
    }

    /// The board decides for itself.
    ///
    /// @param version of the board that was on the page
    public void set(Viewer viewer, UUID board, int version, Map<Setting, Integer> values, String reason) {
        witnessing.witness(
                viewer,
                deed(Verb.CHANGE, board).with("settings", values.toString()),
                _ -> Absent.whereRefused(() -> {
                    theKept(board);
                    Rules.fresh(boards.step(board, version));
                    Settings now = boards.settings(board);
                    values.forEach((setting, value) -> {
                        if (now.value(setting) != value) {
                            boards.set(board, setting, value, reason, viewer.account());
                        }
                    });
                    return board;
                }));
    }

    private void theKept(UUID id) {
        if (boards.find(id).filter(Board::keeps).isEmpty()) {
            throw new Absent();
        }
    }

    private static Deed deed(Verb verb, UUID id) {
        return Deed.of(verb, BOARD).with(BOARD, id.toString());
    }
}
