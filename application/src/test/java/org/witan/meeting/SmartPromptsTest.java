package org.witan.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmartPromptsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate MEETING = TODAY.plusDays(14);
    private static final UUID AGENCY = new UUID(1, 1);

    @Test
    void anActionThatIsOwnedDatedAndOneThingNeedsNoAdvice() {
        assertThat(advice("Fit new locks to the front and back door", Area.HOME_SAFETY, Subject.VICTIM, TODAY, AGENCY))
                .isEmpty();
    }

    @Test
    void nobodyToDoItAndNoDateAreSaid() {
        assertThat(advice("Fit new locks", Area.HOME_SAFETY, Subject.VICTIM, null, null))
                .containsExactly(new Advice.NoOwner(), new Advice.NoDate());
    }

    @Test
    void aDateAfterTheNextMeetingOrBeforeTodayIsSaid() {
        assertThat(advice("Fit new locks", Area.HOME_SAFETY, Subject.VICTIM, MEETING.plusDays(1), AGENCY))
                .containsExactly(new Advice.AfterTheMeeting(MEETING));
        assertThat(advice("Fit new locks", Area.HOME_SAFETY, Subject.VICTIM, MEETING, AGENCY))
                .isEmpty();
        assertThat(advice("Fit new locks", Area.HOME_SAFETY, Subject.VICTIM, TODAY.minusDays(1), AGENCY))
                .containsExactly(new Advice.InThePast());
    }

    @Test
    void twoThingsInOneActionAreSaid() {
        assertThat(advice(
                        "Call the school and visit the home; then update the file",
                        Area.CHILDREN,
                        Subject.CHILD,
                        TODAY,
                        AGENCY))
                .containsExactly(new Advice.SeveralThings(List.of("call", "visit", "update")));
        assertThat(advice("Offer advice to the mother and the father", Area.CHILDREN, Subject.CHILD, TODAY, AGENCY))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tell him that the MARAC asked for this",
                "Offer the programme after the multi-agency meeting",
                "The IDVA thinks he should come",
                "She said he hits her",
                "Keep away from the refuge",
                "He is high-risk"
            })
    void wordsThatTellTheAllegedPerpetratorAreFound(String words) {
        assertThat(SmartPrompts.forWorker(words)).singleElement().isInstanceOf(Advice.TellsOfTheMarac.class);
        assertThat(advice(words, Area.PERPETRATOR, Subject.VICTIM, TODAY, AGENCY))
                .hasAtLeastOneElementOfType(Advice.TellsOfTheMarac.class);
    }

    @Test
    void wordsThatTellNothingAreLeftAlone() {
        assertThat(SmartPrompts.forWorker("Invite him to the relationships programme by letter"))
                .isEmpty();
        assertThat(advice("Tell the victim of the refuge", Area.HOUSING, Subject.VICTIM, TODAY, AGENCY))
                .isEmpty();
    }

    @Test
    void whatSomebodyPastesIsReadWhateverItIs() {
        String long200k = "ring and ring ".repeat(15_000);
        assertThat(advice(long200k, Area.HEALTH, Subject.OTHER, TODAY, AGENCY)).isEmpty();
        assertThat(advice("אנא התקשרו 🧩 and اتصل", Area.HEALTH, Subject.OTHER, TODAY, AGENCY))
                .isEmpty();
    }

    private static List<Advice> advice(
            String words,
            Area area,
            Subject subject,
            @org.jspecify.annotations.Nullable LocalDate due,
            @org.jspecify.annotations.Nullable UUID agency) {
        return SmartPrompts.of(
                new Action.Term(agency, null, due), new Action.Content(words, area, subject), TODAY, MEETING);
    }
}
