package org.witan.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.witan.RunningApplication;
import org.witan.access.Purpose;
import org.witan.access.RecordKind;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.site.Sessions;
import org.witan.site.Wording;

/// Who is told by e-mail that something waits, when, and what the message says. The mail server is a real one on this
/// machine.
class TellingTest extends RunningApplication {
    private static final String SITE = "https://marac.example.org";

    @Autowired
    private Notices notices;

    @Autowired
    private Witnessing witnessing;

    @Autowired
    private Wording words;

    @Autowired
    private Clock clock;

    @Autowired
    private ChoosingNotices choosing;

    @Autowired
    private SentMessages sent;

    @Autowired
    private JdbcClient database;

    @Autowired
    private ApplicationContext application;

    private GreenMail post;
    private UUID police;
    private Viewer officer;

    @BeforeEach
    void aPostAndAnOfficer() {
        partnership().run("delete from notices.notice");
        partnership().run("delete from notices.waiting");
        post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        police = partnership().agency("POLICE");
        officer = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
    }

    @AfterEach
    void close() {
        post.stop();
    }

    private Telling telling() {
        return telling(post.getSmtp().getPort());
    }

    private Telling telling(int port) {
        var settings = new MailSettings("127.0.0.1", port, "witan@example.org", null, null);
        return new Telling(
                notices, witnessing, MailServer.of(settings, NoticesConfiguration.letter(words, SITE), clock));
    }

    /// A case in which the police take part from now on.
    private UUID somethingHappens() {
        return partnership().record(RecordKind.CASE, police);
    }

    private List<MimeMessage> to(Viewer viewer) throws MessagingException {
        return to(viewer.account() + "@example.org");
    }

    private List<MimeMessage> to(String address) throws MessagingException {
        var found = new ArrayList<MimeMessage>();
        for (MimeMessage message : post.getReceivedMessages()) {
            if (Arrays.toString(message.getAllRecipients()).contains(address)) {
                found.add(message);
            }
        }
        return found;
    }

    @Test
    void whatIsQueuedIsSentOnceToWhoeverSpeaksForTheAgencyAndToNobodyElse() throws MessagingException {
        Viewer idva = partnership().viewer(police, Role.IDVA, Purpose.MARAC);
        Viewer referrer = partnership().viewer(police, Role.REFERRER, Purpose.MARAC);
        Viewer stranger = partnership().viewer(partnership().agency("POLICE"), Role.REPRESENTATIVE, Purpose.MARAC);
        somethingHappens();
        telling().round();
        telling().round();
        assertThat(to(officer)).hasSize(1);
        assertThat(to(idva)).hasSize(1);
        assertThat(to(referrer)).isEmpty();
        assertThat(to(stranger)).isEmpty();
        assertThat(partnership().count("select count(*) from notices.notice")).isZero();
    }

    @Test
    void theMessageSaysThatSomethingWaitsAndNothingElse() throws MessagingException, IOException {
        Viewer other = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        UUID record = somethingHappens();
        telling().round();
        MimeMessage message = to(officer).getFirst();
        String text = String.valueOf(message.getContent());
        assertThat(message.getSubject()).isEqualTo("Witan: something waits for you");
        assertThat(text)
                .contains("Something waits for you in Witan", SITE + "/sign-in")
                .doesNotContain("{0}");
        assertThat(String.valueOf(to(other).getFirst().getContent()))
                .as("the same for everybody")
                .isEqualTo(text);
        List<String> secret =
                new ArrayList<>(partnership().asked("select reference from access.record where id = ?", record));
        secret.addAll(partnership().asked("select name from access.agency where id = ?", police));
        secret.addAll(partnership().asked("select family_name from access.account where id = ?", officer.account()));
        secret.addAll(List.of("Invented", "MARAC-", "POLICE", record.toString(), police.toString()));
        String headers = String.join("\n", Collections.list(message.getAllHeaderLines()));
        assertThat(text).doesNotContain(secret);
        assertThat(headers).doesNotContain(secret).contains("Auto-Submitted: auto-generated");
        assertThat(headers.replace(officer.account().toString(), ""))
                .doesNotContain(System.getProperty("user.name") + "@");
        assertThat(message.getAllRecipients()).hasSize(1);
    }

    @Test
    void withinThePauseNothingFollowsAndAfterItOneDoes() throws MessagingException {
        somethingHappens();
        telling().round();
        somethingHappens();
        telling().round();
        assertThat(to(officer)).hasSize(1);
        toldAgo("61 minutes");
        telling().round();
        assertThat(to(officer)).hasSize(2);
        toldAgo("61 minutes");
        choosing.choose(officer, Often.DAILY);
        somethingHappens();
        telling().round();
        assertThat(to(officer)).as("at most once a day").hasSize(2);
        toldAgo("25 hours");
        telling().round();
        assertThat(to(officer)).hasSize(3);
    }

    private void toldAgo(String time) {
        partnership()
                .run(
                        "update notices.message set at = now() - cast(? as interval) where account_id = ?",
                        time,
                        officer.account());
        partnership().run("update notices.waiting set try_at = now()");
    }

    @Test
    void twoNodesSendOnce() throws Exception {
        List<Viewer> many = new ArrayList<>();
        for (int at = 0; at < 30; at++) {
            many.add(partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC));
        }
        somethingHappens();
        Callable<Boolean> node = () -> {
            telling().round();
            return true;
        };
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var done : nodes.invokeAll(List.of(node, node, node, node))) {
                assertThat(done.get()).isTrue();
            }
        }
        for (Viewer one : many) {
            assertThat(to(one)).hasSize(1);
        }
    }

    @Test
    void nobodyIsToldWhoseAccountIsClosedOrWhoseMembershipEnded() throws MessagingException {
        Viewer closed = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        Viewer ended = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        Viewer gone = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        partnership().run("update access.account set closed_at = now() where id = ?", closed.account());
        partnership().end(ended.membership());
        somethingHappens();
        notices.fold(true);
        partnership().end(gone.membership());
        telling().round();
        assertThat(to(closed)).isEmpty();
        assertThat(to(ended)).isEmpty();
        assertThat(to(gone)).as("it ended while it waited").isEmpty();
        assertThat(to(officer)).hasSize(1);
    }

    @Test
    void whoeverIsSignedInIsNotToldUntilTheyHaveLeftWithoutLooking() throws MessagingException {
        Sessions.cookieOf(officer, application);
        somethingHappens();
        telling().round();
        assertThat(to(officer)).isEmpty();
        partnership()
                .run(
                        "delete from access.session where principal_name = ?",
                        officer.account().toString());
        partnership().run("update notices.waiting set try_at = now()");
        telling().round();
        assertThat(to(officer)).hasSize(1);
    }

    @Test
    void whoeverLookedMeanwhileHasSeenIt() throws MessagingException {
        somethingHappens();
        notices.fold(true);
        choosing.look(officer);
        telling().round();
        assertThat(to(officer)).isEmpty();
        assertThat(waiting(officer)).isZero();
    }

    @Test
    void whoeverMustNotKnowOfACaseIsNotToldOfIt() throws MessagingException {
        Viewer related = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        UUID record = somethingHappens();
        partnership().run("""
                        insert into access.barrier (id, record_id, account_id, kind, reason, made_at, made_by)
                        values (gen_random_uuid(), ?, ?, 'RELATED', 'invented', now(), ?)
                        """, record, related.account(), officer.account());
        telling().round();
        assertThat(to(related)).isEmpty();
        assertThat(to(officer)).hasSize(1);
    }

    @Test
    void aServerThatIsDownLosesNothing() throws MessagingException {
        int port = post.getSmtp().getPort();
        post.stop();
        somethingHappens();
        telling(port).round();
        assertThat(waiting(officer)).isEqualTo(1);
        assertThat(partnership().count("select failures from notices.waiting where account_id = ?", officer.account()))
                .isEqualTo(1);
        post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        telling().round();
        assertThat(to(officer)).as("not tried again at once").isEmpty();
        partnership().run("update notices.waiting set try_at = now()");
        telling().round();
        assertThat(to(officer)).hasSize(1);
        assertThat(waiting(officer)).isZero();
    }

    @Test
    void afterADayItIsGivenUpAndTheAdministratorIsTold() throws MessagingException {
        Viewer administrator =
                partnership().viewer(partnership().agency("PARTNERSHIP"), Role.ADMINISTRATOR, Purpose.ADMINISTRATION);
        int port = post.getSmtp().getPort();
        post.stop();
        somethingHappens();
        telling(port).round();
        assertThat(sent.list(administrator).failing()).hasSize(1);
        Viewer another = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        assertThat(sent.list(another).failing()).as("nobody else sees that").isEmpty();
        partnership().run("update notices.waiting set failed_at = now() - interval '25 hours', try_at = now()");
        telling(port).round();
        assertThat(waiting(officer)).isZero();
        assertThat(sent.list(administrator).messages().getFirst().outcome()).isEqualTo(SentMessages.Outcome.NO_SERVER);
        post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.start();
        telling().round();
        assertThat(to(officer)).isEmpty();
    }

    @Test
    void noHeaderCanBeBroughtInByANameOrAnAddress() throws MessagingException {
        Viewer named = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        Viewer addressed = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        Viewer two = partnership().viewer(police, Role.REPRESENTATIVE, Purpose.MARAC);
        partnership()
                .run(
                        "update access.account set family_name = ? where id = ?",
                        "Person\r\nBcc: spy@example.org",
                        named.account());
        partnership()
                .run(
                        "update access.account set email = ? where id = ?",
                        addressed.account() + "@example.org\r\nBcc: spy@example.org",
                        addressed.account());
        partnership()
                .run(
                        "update access.account set email = ? where id = ?",
                        two.account() + "@example.org,spy@example.org",
                        two.account());
        somethingHappens();
        telling().round();
        assertThat(to(named)).hasSize(1);
        assertThat(to("spy@example.org")).isEmpty();
        assertThat(to(addressed)).isEmpty();
        assertThat(to(two)).isEmpty();
        assertThat(partnership().count("select count(*) from notices.message where outcome = 'BAD_ADDRESS'"))
                .isGreaterThanOrEqualTo(2);
        assertThat(to(officer)).as("the others are told").hasSize(1);
    }

    @Test
    void whoeverWantsNoneGetsNoneUnlessSomebodyInDangerMayWaitForThem() throws MessagingException {
        Viewer idva = partnership().viewer(police, Role.IDVA, Purpose.MARAC);
        choosing.choose(officer, Often.NONE);
        assertThat(choosing.look(officer).often()).isEqualTo(Often.NONE);
        assertThatThrownBy(() -> choosing.choose(idva, Often.NONE))
                .isInstanceOf(Refused.class)
                .hasMessage(ChoosingNotices.MUST_BE_REACHED);
        somethingHappens();
        telling().round();
        assertThat(to(officer)).isEmpty();
        assertThat(to(idva)).hasSize(1);
        partnership().membership(officer.account(), police, Role.IDVA);
        somethingHappens();
        telling().round();
        assertThat(to(officer)).as("they have become an IDVA").hasSize(1);
    }

    @Test
    void sendingIsInTheTrailWithoutToWhom() {
        somethingHappens();
        telling().round();
        assertThat(partnership().asked("""
                        select concat_ws(' ', e.deed, e.what, e.channel, e.path, e.detail, o.outcome, o.records)
                        from access.trail_entry e join access.trail_outcome o on o.entry_id = e.id
                        where e.what = 'message' and e.channel = 'JOB' order by e.at desc limit 1
                        """)).containsExactly("ADD message JOB notices {} DONE {}");
    }

    @Test
    void theApplicationReadsNothingThatWaitsOtherThanByTakingIt() {
        somethingHappens();
        notices.fold(true);
        assertThatThrownBy(() -> database.sql("select count(*) from notices.notice")
                        .query(Long.class)
                        .single())
                .hasMessageContaining("notice");
        assertThat(database.sql("select count(*) from notices.waiting")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> notices.take(1))
                .as("without an entry in the trail")
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void whatIsSetUpHalfIsRefusedInOneLine() {
        var letter = NoticesConfiguration.letter(words, SITE);
        assertThatThrownBy(() -> MailServer.of(new MailSettings("localhost", 25, "witan", null, null), letter, clock))
                .isInstanceOf(MailUnusable.class)
                .hasMessageContaining("witan.mail.from");
        assertThatThrownBy(() -> MailServer.of(
                        new MailSettings("localhost", 25, "witan@example.org", "witan", null), letter, clock))
                .isInstanceOf(MailUnusable.class)
                .hasMessageContaining("witan.mail.password-file");
        assertThat(new MailSettings("192.0.2.1", 587, null, null, null).leavesTheMachine())
                .isTrue();
        assertThat(new MailSettings("127.0.0.1", 587, null, null, null).leavesTheMachine())
                .isFalse();
    }

    @Test
    void whereNobodyIsToldNothingIsKept() {
        somethingHappens();
        var off = new Telling(notices, witnessing, null);
        off.round();
        assertThat(partnership().count("select count(*) from notices.notice")).isPositive();
        partnership().run("update notices.notice set made_at = made_at - interval '2 hours'");
        off.round();
        assertThat(partnership().count("select count(*) from notices.notice")).isZero();
    }

    private long waiting(Viewer viewer) {
        return partnership().count("select count(*) from notices.waiting where account_id = ?", viewer.account());
    }
}
