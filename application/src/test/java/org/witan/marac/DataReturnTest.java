package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.witan.marac.DataReturn.Count;
import org.witan.people.Answer;

/// The numbers of the return, and what is not known beside them.
class DataReturnTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 3);
    private static final UUID MEETING = UUID.randomUUID();

    private static HeardCase heard(Answer disability, String sex, @Nullable LocalDate born, List<LocalDate> harmers) {
        return new HeardCase(
                MEETING,
                "Invented MARAC",
                DAY,
                UUID.randomUUID(),
                "X",
                false,
                2,
                "POLICE",
                Answer.NO,
                disability,
                Answer.DECLINED,
                sex,
                born,
                harmers,
                1);
    }

    @Test
    void whatIsNotKnownIsCountedApartAndIsNeverNo() {
        var cases = List.of(
                heard(Answer.YES, "Male", DAY.minusYears(18), List.of()),
                heard(Answer.NOT_ASKED, "", null, List.of(DAY.minusYears(18).plusDays(1))),
                heard(Answer.NO, "Female", DAY.minusYears(18).plusDays(1), List.of(DAY.minusYears(40))));
        assertThat(Count.of(ReturnCell.CASES, cases)).isEqualTo(new Count(3, 0));
        assertThat(Count.of(ReturnCell.CHILDREN, cases)).isEqualTo(new Count(6, 0));
        assertThat(Count.of(ReturnCell.DISABILITY, cases)).isEqualTo(new Count(1, 1));
        assertThat(Count.of(ReturnCell.LGBT, cases)).isEqualTo(new Count(0, 3));
        assertThat(Count.of(ReturnCell.MALE, cases)).isEqualTo(new Count(1, 1));
        assertThat(Count.of(ReturnCell.AGED_16_17, cases)).isEqualTo(new Count(1, 1));
        assertThat(Count.of(ReturnCell.HARMERS_UNDER_18, cases)).isEqualTo(new Count(1, 3));
    }

    @Test
    void oneRowIsOneMeetingAndPoliceAndPartnersAreAllCases() {
        var one = heard(Answer.YES, "", null, List.of());
        var counted = DataReturn.of(DAY, DAY, List.of(one, one));
        assertThat(counted.rows()).hasSize(1);
        assertThat(Count.of(ReturnCell.FROM_POLICE, counted.all()).number()
                        + Count.of(ReturnCell.FROM_PARTNERS, counted.all()).number())
                .isEqualTo(counted.all().size());
    }
}
