package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.site.Sender;
import org.witan.site.Sessions;

/// What is read before a conference tells whether an IDVA reached the victim, and what they say.
class PreReadTest extends AConference {
    @Autowired
    private ApplicationContext application;

    @Autowired
    private Contacting contacting;

    private Viewer idva;
    private UUID referral;
    private UUID meeting;

    @BeforeEach
    void aCaseOnAnAgendaAndAnIdva() {
        UUID service = partnership().agency("VICTIM_SERVICE");
        idva = partnership().viewer(service, Role.IDVA, Purpose.MARAC);
        boards.addAgency(coordinator, board, service, false);
        referral = referred("Borisav", 6);
        meeting = listed(referral, -3);
    }

    private void tried(int daysAgo, Contact.Outcome outcome, String words) {
        contacting.write(idva, UUID.randomUUID(), referral, false, today.minusDays(daysAgo), outcome, words);
    }

    private String read(Viewer viewer) throws Exception {
        return new Sender(address(), Sessions.cookieOf(viewer, application))
                .get("/conference/" + meeting + "/before")
                .body();
    }

    @Test
    void whatNobodyTriedIsSaid() throws Exception {
        assertThat(read(coordinator)).contains("Nobody has written down that they tried to reach the victim.");
    }

    @Test
    void whenTheyWereReachedAndWhatTheyWantStandsBeforeTheCaseWithWhatIsNotSafe() throws Exception {
        tried(4, Contact.Outcome.NOT_REACHED, "Invented: no answer at noon");
        assertThat(read(coordinator)).contains("Not reached before the conference.");
        tried(2, Contact.Outcome.REACHED, "Invented: she wants the locks changed");
        assertThat(read(coordinator))
                .contains("Reached before the conference, last on", "Invented: she wants the locks changed")
                .contains("Invented: no answer at noon", "NOT safe:");
        assertThat(read(idva)).contains("Invented: she wants the locks changed");
    }

    @Test
    void whoMayNotReadOfTheVictimReadsNothingOfIt() throws Exception {
        tried(2, Contact.Outcome.REACHED, "Invented: she wants the locks changed");
        partnership()
                .run(
                        "insert into access.barrier (id, record_id, account_id, kind, reason, made_at, made_by) values (?, ?, ?, 'KNOWS', 'invented', now(), ?)",
                        UUID.randomUUID(),
                        referral,
                        police.account(),
                        coordinator.account());
        assertThat(read(police)).doesNotContain("Invented: she wants", "Contact with the victim, and what they say");
    }
}
