package org.witan.marac;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.witan.OwnApplication;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.signin.Demonstration;
import org.witan.meeting.Action;
import org.witan.meeting.ActionState;
import org.witan.meeting.AgreeingActions;
import org.witan.meeting.Area;
import org.witan.meeting.Attendance;
import org.witan.meeting.Came;
import org.witan.meeting.Capacity;
import org.witan.meeting.Meeting;
import org.witan.meeting.RecordingAttendance;
import org.witan.meeting.ReportingActions;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Subject;
import org.witan.people.Standing;
import org.witan.site.Days;

/// One case of a demonstration from referral to reported action, by the use cases and nothing else.
record CaseByUseCases(OwnApplication demonstration, Viewer police, Viewer idva, Viewer coordinator) {

    static CaseByUseCases in(OwnApplication demonstration) {
        List<Demonstration.Acting> all = demonstration.part(Demonstration.class).acting();
        return new CaseByUseCases(
                demonstration,
                acting(all, "Invented Police", Role.REPRESENTATIVE),
                acting(all, "Invented Victim Service", Role.IDVA),
                acting(all, "Invented Partnership", Role.COORDINATOR));
    }

    private static Viewer acting(List<Demonstration.Acting> all, String agency, Role role) {
        return all.stream()
                .filter(one -> one.agencyName().equals(agency) && one.viewer().role() == role)
                .map(Demonstration.Acting::viewer)
                .findFirst()
                .orElseThrow();
    }

    /// The case, and the meeting that heard it.
    record Heard(UUID referral, UUID meeting) {}

    Heard hear() {
        UUID referral = refer();
        tried(referral, false);
        demonstration
                .part(Triaging.class)
                .decide(coordinator, referral, TriageOutcome.ACCEPTED, Ground.VISIBLE_HIGH_RISK, "", _ -> "invented");
        Meeting meeting =
                demonstration.part(Listing.class).conferences(coordinator).getFirst();
        demonstration.part(Listing.class).list(coordinator, referral, meeting.id());
        demonstration.part(Scheduling.class).sendList(coordinator, meeting.id(), meeting.version());
        research(meeting.id(), referral);
        Conferring conferring = demonstration.part(Conferring.class);
        UUID item = conferring.coming(coordinator).stream()
                .flatMap(one -> one.cases().stream())
                .filter(one -> one.record().equals(referral))
                .findFirst()
                .orElseThrow()
                .id();
        for (LineKind kind : List.of(LineKind.RISK_TO_VICTIM, LineKind.PERPETRATOR, LineKind.RISK_TO_CHILDREN)) {
            conferring.write(coordinator, meeting.id(), item, UUID.randomUUID(), kind, "Invented", null);
        }
        conferring.open(coordinator, meeting.id(), item).research().stream()
                .flatMap(one -> one.items().stream())
                .filter(Research.Item::isToShare)
                .forEach(one -> conferring.tick(coordinator, meeting.id(), item, one.id()));
        conferring.heard(coordinator, meeting.id(), item);
        act(meeting, referral, item);
        attend(meeting.id());
        tried(referral, true);
        return new Heard(referral, meeting.id());
    }

    private void tried(UUID referral, boolean after) {
        demonstration
                .part(Contacting.class)
                .write(idva, UUID.randomUUID(), referral, after, today(), Contact.Outcome.REACHED, "Invented");
    }

    private void research(UUID meeting, UUID referral) {
        Researching researching = demonstration.part(Researching.class);
        researching.nothing(police, meeting, referral);
        researching.add(
                idva,
                meeting,
                referral,
                UUID.randomUUID(),
                new Research.Given(Standing.VICTIM, true, "in March", "Invented", "Invented", true, ""));
    }

    private void act(Meeting meeting, UUID referral, UUID item) {
        UUID action = UUID.randomUUID();
        LocalDate due = meeting.day().plusDays(7);
        demonstration
                .part(AgreeingActions.class)
                .agree(
                        coordinator,
                        new AgreeingActions.Agreed(
                                action,
                                meeting.board(),
                                referral,
                                item,
                                new Action.Term(police.agency(), null, due),
                                new Action.Content("Invented: fit new locks.", Area.HOME_SAFETY, Subject.VICTIM),
                                true));
        demonstration
                .part(ReportingActions.class)
                .report(police, action, 0, new ReportingActions.Said(ActionState.COMPLETE, today(), "Invented: done."));
    }

    private void attend(UUID meeting) {
        demonstration
                .part(RecordingAttendance.class)
                .record(
                        coordinator,
                        UUID.randomUUID(),
                        meeting,
                        new Attendance.Given(
                                police.agency(),
                                police.account(),
                                "",
                                Capacity.REPRESENTATIVE,
                                Came.PRESENT,
                                null,
                                today()),
                        null);
    }

    private LocalDate today() {
        return demonstration.part(Days.class).today();
    }

    private UUID refer() {
        UUID draft = demonstration.part(Drafting.class).begin(police);
        keep(draft, "danger", Map.of("now", "NO"));
        keep(draft, "referrer", Map.of("name", "Invented Person", "post", "Invented post"));
        keep(draft, "victim", Map.of("given", "Silvia", "family", "Shapeley", "born", "4/5/1981", "sex", "Female"));
        keep(draft, "address", Map.of("lines", "9 Shape Row", "town", "Inventown", "postcode", "ZZ15 5ZZ"));
        keep(
                draft,
                "contact",
                Map.of(
                        "means",
                        "PHONE",
                        "value",
                        "07700 900888",
                        "times",
                        "Weekdays 10 to 12",
                        "voicemail",
                        "NO",
                        "safe",
                        "YES"));
        keep(
                draft,
                "perpetrator.1",
                Map.of(
                        "given",
                        "Proteus",
                        "family",
                        "Formson",
                        "born",
                        "9/9/1979",
                        "sex",
                        "Male",
                        "relation",
                        "EX_PARTNER",
                        "lines",
                        "2 Other Row",
                        "postcode",
                        "ZZ16 6ZZ"));
        keep(
                draft,
                "other.1",
                Map.of(
                        "standing",
                        "CHILD",
                        "given",
                        "Speed",
                        "family",
                        "Shapeley",
                        "born",
                        "1/2/2019",
                        "household",
                        "YES",
                        "relation-victim",
                        "CHILD"));
        keep(draft, "happened", Map.of("words", "Invented: he came back.", "last", Days.typed(today())));
        keep(draft, "tool", Map.of("which", "dash"));
        keep(draft, "risk", Map.of("tool", "dash", "version", "1", "answer-injury", "YES"));
        keep(draft, "judgement", Map.of("grounds", "VISIBLE_HIGH_RISK", "words", "Invented: she is more afraid."));
        keep(draft, "wants", Map.of("wants", "Invented: to stay", "fears", "Invented: him", "police", "YES"));
        keep(draft, "aware", Map.of("consent", "YES", "aware", "YES"));
        keep(draft, "equality", Map.of("minoritised", "NO", "disability", "NO", "lgbt", "NO"));
        return ((Referring.Referred) demonstration.part(Referring.class).refer(police, draft)).referral();
    }

    private void keep(UUID draft, String page, Map<String, String> fields) {
        var typed = new HashMap<String, List<String>>();
        fields.forEach((field, value) -> typed.put(field, List.of(value)));
        demonstration
                .part(Drafting.class)
                .keep(police, draft, page, typed, Answers.of(Map.of()).mark(page));
    }
}
