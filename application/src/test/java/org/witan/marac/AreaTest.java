package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.access.Absent;
import org.witan.marac.CheckingAreas.Where;

/// Whether somebody lives in the area of a board is told by the postcode, and decides nothing.
class AreaTest extends AConference {
    @Autowired
    private CheckingAreas areas;

    @ParameterizedTest
    @CsvSource({
        "ST16 1AA, true",
        "st161aa, true",
        "ST1 6AA, false",
        "ST17 9ZZ, false",
        "WS11 1AA, true",
        "W1A 1AA, false",
        "ST16, true",
        "nonsense, false",
        "'', false",
        "WS, true"
    })
    void aDistrictHoldsItsPostcodesAndNoOther(String postcode, boolean inside) {
        var area = new BoardArea(UUID.randomUUID(), "Invented", BoardArea.read("st16, WS"));
        assertThat(area.holds(postcode)).isEqualTo(inside);
    }

    @Test
    void whatIsNoDistrictIsSaid() {
        assertThat(BoardArea.unknown(BoardArea.read("ST16; WS EC1A, 12, STAFFORD")))
                .containsExactly("12", "STAFFORD");
    }

    @Test
    void aReferralIsInsideOutsideOrNotKnown() {
        UUID referral = referred("Borisav", 0);
        areas.set(coordinator, board, List.of("ZX16"));
        var inside = areas.check(coordinator, reading.read(coordinator, referral));
        assertThat(inside.where()).isEqualTo(Where.INSIDE);
        assertThat(inside.boards()).contains("Invented MARAC " + board);
        areas.set(coordinator, board, List.of("ZX17"));
        assertThat(areas.check(coordinator, reading.read(coordinator, referral)).boards())
                .doesNotContain("Invented MARAC " + board);
        UUID unknown = referred("Borisav", 0, "lines", "somewhere");
        assertThat(areas.check(coordinator, reading.read(coordinator, unknown)).where())
                .isEqualTo(Where.NO_POSTCODE);
        assertThat(partnership().count("select count(*) from marac.board_area where board_id = ?", board))
                .as("what held before stays")
                .isEqualTo(2);
        assertThatThrownBy(() -> areas.set(police, board, List.of("ZX18"))).isInstanceOf(Absent.class);
    }
}
