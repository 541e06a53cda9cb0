package org.witan.risk;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.witan.access.Partnership;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.risk.Answer.YesNo;

/// An invented partnership with a case of the police, for tests of risk.
public final class Cases {
    public final Partnership partnership;
    public final Viewer officer;
    public final Viewer colleague;
    public final Viewer coordinator;
    /// Of another agency, which takes no part in the case.
    public final Viewer nurse;
    public final UUID record;

    public Cases(Partnership partnership) {
        this.partnership = partnership;
        UUID police = partnership.agency("POLICE");
        officer = partnership.viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        colleague = partnership.viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        coordinator = partnership.viewer(partnership.agency("PARTNERSHIP"), Role.COORDINATOR, Purpose.MARAC);
        nurse = partnership.viewer(partnership.agency("HOSPITAL"), Role.REPRESENTATIVE, Purpose.MARAC);
        record = partnership.record(RecordKind.CASE, police);
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    /// A Dash of today with so many yes, then no to the rest, and no judgement.
    public GivenAssessment dash(Tool dash, int yes) {
        Map<String, GivenAnswer> answers = new HashMap<>();
        dash.questions()
                .forEach(question ->
                        answers.put(question.key(), GivenAnswer.of(question.place() <= yes ? YesNo.YES : YesNo.NO)));
        return given(dash, answers, Judgement.NONE);
    }

    public GivenAssessment given(Tool tool, Map<String, GivenAnswer> answers, Judgement judgement) {
        return new GivenAssessment(
                UUID.randomUUID(), tool.key(), tool.version(), null, today(), answers, judgement, null);
    }
}
