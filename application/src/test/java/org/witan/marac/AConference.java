package org.witan.marac;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.access.Purpose;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.marac.Referring.Referred;
import org.witan.meeting.BoardKind;
import org.witan.meeting.KeepingBoards;
import org.witan.meeting.Scheduling;
import org.witan.meeting.Timing;
import org.witan.site.Days;

/// A board with agencies, and referrals that are heard on any day, for tests of what comes after a conference.
abstract class AConference extends RunningApplication {
    static final ZoneId HERE = ZoneId.of("Europe/London");
    final LocalDate today = LocalDate.now(HERE);
    final String family = letters() + "inv";
    final LocalDate born =
            LocalDate.of(1950, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(18_000));

    @Autowired
    Drafting drafting;

    @Autowired
    Referring referring;

    @Autowired
    Triaging triaging;

    @Autowired
    Listing listing;

    @Autowired
    Conferring conferring;

    @Autowired
    ReadingReferrals reading;

    @Autowired
    KeepingBoards boards;

    @Autowired
    Scheduling scheduling;

    Viewer nurse;
    Viewer police;
    Viewer housing;
    Viewer coordinator;
    UUID board;

    @BeforeEach
    void aBoardWithAgencies() {
        UUID run = partnership().agency("PARTNERSHIP");
        UUID force = partnership().agency("POLICE");
        UUID landlord = partnership().agency("HOUSING_ASSOCIATION");
        coordinator = partnership().viewer(run, Role.COORDINATOR, Purpose.MARAC);
        police = partnership().viewer(force, Role.REPRESENTATIVE, Purpose.MARAC);
        housing = partnership().viewer(landlord, Role.REPRESENTATIVE, Purpose.MARAC);
        nurse = partnership().viewer(partnership().agency("HOSPITAL"), Role.REFERRER, Purpose.MARAC);
        board = UUID.randomUUID();
        boards.add(coordinator, board, BoardKind.MARAC, "Invented MARAC " + board, "", run);
        boards.addAgency(coordinator, board, force, true);
        boards.addAgency(coordinator, board, landlord, false);
    }

    static String letters() {
        return ThreadLocalRandom.current()
                .ints(9, 'a', 'x')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// A referral of the victim of this test with somebody who causes harm, as if it had been sent some days ago.
    UUID referred(String harmer, int daysAgo) {
        return referred(harmer, daysAgo, "lines", "3 Invented Street", "postcode", "ZX16 1XX");
    }

    /// The same, with what is said of the address.
    UUID referred(String harmer, int daysAgo, String... address) {
        UUID draft = drafting.begin(nurse);
        keep(draft, "victim", "given", "Katherine", "family", family, "born", Days.typed(born), "sex", "Female");
        keep(draft, "address", address);
        keep(draft, "contact", "means", "PHONE", "value", "07700 900123", "safe", "NO");
        keep(
                draft,
                "perpetrator.1",
                "given",
                harmer,
                "family",
                harmer.toLowerCase(Locale.ROOT) + family,
                "born",
                Days.typed(born.minusDays(1000)));
        keep(draft, "other.1", "standing", "CHILD", "given", "Small", "family", family, "born", "1/9/2020");
        keep(draft, "happened", "words", "Invented: he came back.");
        keep(draft, "judgement", "grounds", "PROFESSIONAL_JUDGEMENT", "words", "invented worry");
        keep(draft, "wants", "wants", "to stay in her home", "fears", "the weekend");
        keep(draft, "aware", "consent", "YES", "aware", "YES");
        UUID referral = ((Referred) referring.refer(nurse, draft)).referral();
        partnership()
                .run(
                        "update marac.referral set referred_at = referred_at - ? * interval '1 day', referred_on = referred_on - ? where id = ?",
                        daysAgo,
                        daysAgo,
                        referral);
        return referral;
    }

    void keep(UUID draft, String page, String... fields) {
        var typed = new HashMap<String, List<String>>();
        for (int at = 0; at < fields.length; at += 2) {
            typed.put(fields[at], List.of(fields[at + 1]));
        }
        drafting.keep(nurse, draft, page, typed, Answers.of(Map.of()).mark(page));
    }

    /// Accepts a referral and puts it on the agenda of a meeting so many days ago, or ahead when negative.
    UUID listed(UUID referral, int daysAgo) {
        triaging.decide(
                coordinator,
                referral,
                TriageOutcome.ACCEPTED,
                Ground.ESCALATION,
                "",
                repeat -> "invented: " + repeat.on());
        UUID meeting = meeting(daysAgo);
        listing.list(coordinator, referral, meeting);
        return meeting;
    }

    UUID meeting(int daysAgo) {
        UUID meeting = UUID.randomUUID();
        Instant at = today.minusDays(daysAgo).atTime(10, 0).atZone(HERE).toInstant();
        scheduling.schedule(coordinator, meeting, board, new Timing(at, 180, "Invented Hall", ""));
        return meeting;
    }

    /// A referral that a meeting heard.
    UUID heard(String harmer, int referredAgo, int metAgo) {
        UUID referral = referred(harmer, referredAgo);
        UUID meeting = listed(referral, metAgo);
        conferring.heard(coordinator, meeting, item(meeting, referral));
        return referral;
    }

    UUID item(UUID meeting, UUID referral) {
        return UUID.fromString(partnership()
                .asked("select id from meeting.item where meeting_id = ? and record_id = ?", meeting, referral)
                .getFirst());
    }

    /// Sets a setting of the partnership, later than any before.
    void set(String name, int value) {
        partnership()
                .run(
                        "insert into access.setting (name, since, value, reason) values (?, clock_timestamp(), ?, 'a test')",
                        name,
                        String.valueOf(value));
    }
}
