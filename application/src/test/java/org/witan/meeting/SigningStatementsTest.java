package org.witan.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.RunningApplication;
import org.witan.access.Absent;
import org.witan.access.Purpose;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// Whoever sits in a meeting signs the confidentiality statement, and which text it was is kept.
class SigningStatementsTest extends RunningApplication {
    @Autowired
    private KeepingBoards boards;

    @Autowired
    private Scheduling scheduling;

    @Autowired
    private RecordingAttendance attendance;

    @Autowired
    private SigningStatements signing;

    @Autowired
    private ApplicationContext application;

    private Assembly here;
    private UUID meeting;

    @BeforeEach
    void invent() {
        here = new Assembly(partnership(), boards);
        meeting = here.meeting(scheduling, 0);
    }

    private void present(Viewer somebody, Capacity capacity) {
        attendance.record(
                here.coordinator,
                UUID.randomUUID(),
                meeting,
                new Attendance.Given(somebody.agency(), somebody.account(), "", capacity, Came.PRESENT, null, null),
                null);
    }

    private String page(Viewer viewer) throws Exception {
        return new Sender(address(), Sessions.cookieOf(viewer, application))
                .get("/meetings/" + meeting)
                .body();
    }

    @Test
    void whoHasNotSignedIsSaidAndSignsForThemselves() throws Exception {
        assertThat(page(here.coordinator)).contains("Nobody is recorded as present");
        present(here.officer, Capacity.DEPUTY);
        assertThat(page(here.coordinator)).contains("Not yet signed the confidentiality statement");
        assertThat(page(here.officer)).contains("I sign this statement");
        int version = signing.now(here.officer).version();
        var sender = new Sender(address(), Sessions.cookieOf(here.officer, application));
        sender.post("/meetings/" + meeting + "/statement", "version", String.valueOf(version));
        sender.post("/meetings/" + meeting + "/statement", "version", String.valueOf(version));
        assertThat(here.partnership.count("select count(*) from meeting.signature where meeting_id = ?", meeting))
                .isEqualTo(1);
        assertThat(page(here.officer)).contains("You signed this on").doesNotContain("I sign this statement");
        assertThat(page(here.coordinator))
                .contains("Signed for themselves on")
                .doesNotContain("Not yet signed the confidentiality statement");
        assertThat(attendance.of(here.coordinator, meeting))
                .singleElement()
                .satisfies(one -> assertThat(one.signedVersion()).isEqualTo(version));
    }

    @Test
    void whoSignedAndIsNotRecordedIsSaidToWhoeverKeepsTheMeeting() throws Exception {
        signing.sign(here.nurse, meeting, signing.now(here.nurse).version());
        assertThat(page(here.coordinator)).contains("Signed for themselves, and not recorded as present");
        assertThat(page(here.officer)).doesNotContain("not recorded as present");
    }

    @Test
    void theTextThatWasSignedStaysWhenAnotherIsWritten() throws Exception {
        int before = signing.now(here.officer).version();
        String old = signing.now(here.officer).words();
        signing.sign(here.officer, meeting, before);
        String next = "Invented statement " + UUID.randomUUID();
        signing.write(here.coordinator, before, next);
        signing.write(here.coordinator, before, next);
        assertThat(signing.now(here.officer).words()).isEqualTo(next);
        assertThat(signing.at(here.officer, meeting).signed())
                .satisfies(one -> assertThat(one.words()).isEqualTo(old));
        assertThat(page(here.officer)).contains(old).doesNotContain(next);
        assertThat(page(here.nurse)).contains(next);
        assertThatThrownBy(() -> signing.sign(here.nurse, meeting, before))
                .as("what was on the page is signed, or nothing")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> signing.write(here.chair, before, "Invented: another"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> signing.write(here.officer, before + 1, "Invented"))
                .isInstanceOf(Absent.class);
    }

    @Test
    void onlyWhoTakesPartSigns() {
        Viewer outsider = here.partnership.viewer(here.partnership.agency("FIRE"), Role.REPRESENTATIVE, Purpose.MARAC);
        int version = signing.now(outsider).version();
        assertThatThrownBy(() -> signing.sign(outsider, meeting, version)).isInstanceOf(Absent.class);
        scheduling.cancel(here.coordinator, meeting, 0, "Invented");
        assertThatThrownBy(() -> signing.sign(here.officer, meeting, version)).isInstanceOf(Refused.class);
    }
}
