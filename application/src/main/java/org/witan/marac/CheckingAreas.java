package org.witan.marac;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.people.Address;
import org.witan.people.Standing;
import org.witan.shared.Identity;
import org.witan.site.Days;

/// Tells whether somebody who was harmed lives in the area of a board, and keeps the areas. It only
/// says so: where a case is heard is decided by whoever reads it.
@Component
public class CheckingAreas {
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Days days;
    private final Clock clock;

    CheckingAreas(Witnessing witnessing, JdbcClient database, Days days, Clock clock) {
        this.witnessing = witnessing;
        this.database = database;
        this.days = days;
        this.clock = clock;
    }

    /// The areas of the boards of MARACs that whoever looks takes part in.
    public List<BoardArea> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "area"), _ -> areas());
    }

    /// Writes down the area of a board anew.
    ///
    /// @throws Absent when this viewer does not keep the board
    public void set(Viewer viewer, UUID board, List<String> codes) {
        var deed = Deed.of(Verb.CHANGE, "area").with("board", board.toString());
        witnessing.witness(
                viewer,
                deed,
                _ -> Absent.whereRefused(() -> database.sql("""
                        insert into marac.board_area (id, board_id, codes, since_at, set_by)
                        values (:id, :board, :codes, now(), :account)
                        """)
                        .param("id", Identity.at(clock.instant()))
                        .param("board", board)
                        .param("codes", String.join(", ", codes))
                        .param("account", viewer.account())
                        .update()));
    }

    /// Where the victim of a referral lives.
    public Found check(Viewer viewer, Referral referral) {
        List<BoardArea> areas =
                list(viewer).stream().filter(area -> !area.codes().isEmpty()).toList();
        if (areas.isEmpty()) {
            return new Found(Where.NO_AREAS, List.of());
        }
        List<String> postcodes = postcodes(referral)
                .filter(one -> BoardArea.outward(one).findAny().isPresent())
                .toList();
        if (postcodes.isEmpty()) {
            return new Found(Where.NO_POSTCODE, List.of());
        }
        List<String> inside = areas.stream()
                .filter(area -> postcodes.stream().anyMatch(area::holds))
                .map(BoardArea::name)
                .toList();
        return new Found(inside.isEmpty() ? Where.OUTSIDE : Where.INSIDE, inside);
    }

    private Stream<String> postcodes(Referral referral) {
        LocalDate today = days.today();
        return referral.persons().stream()
                .map(Referral.Person::record)
                .filter(one -> one.standing() == Standing.VICTIM)
                .flatMap(one -> one.addresses().stream())
                .filter(home -> isOf(home, today))
                .map(Address::postcode);
    }

    private static boolean isOf(Address home, LocalDate today) {
        LocalDate until = home.until();
        return until == null || !until.isBefore(today);
    }

    private List<BoardArea> areas() {
        return database.sql("""
                        select b.id, b.name, coalesce(
                            (select a.codes from marac.board_area a where a.board_id = b.id
                             order by a.since_at desc, a.id desc limit 1), '') as codes
                        from meeting.board b where b.kind = 'MARAC' and b.closed_at is null order by lower(b.name), b.id
                        """)
                .query((row, _) -> new BoardArea(
                        row.getObject("id", UUID.class), row.getString("name"), BoardArea.read(row.getString("codes"))))
                .list();
    }

    /// Where somebody lives, as far as the areas tell.
    public enum Where {
        INSIDE,
        OUTSIDE,
        /// No postcode is known, or none that is open to whoever looks.
        NO_POSTCODE,
        /// Nobody wrote down the area of any board.
        NO_AREAS
    }

    /// What the areas tell of somebody.
    ///
    /// @param boards in whose area it is, by name
    public record Found(Where where, List<String> boards) {}
}
