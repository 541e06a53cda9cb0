package org.witan.access.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.shared.Identity;

/// Lets somebody in again who has lost their way to sign in. It takes two people: an administrator opens the recovery
/// and gets a code for the person; another confirms, and only then there is a link. Neither the link nor the code works
/// alone.
@Component
public class Recovering {
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789";
    /// Of 28 letters each: 134 bits. It is typed once, and read out in groups of four.
    private static final int LENGTH = 28;

    private static final int GROUP = 4;
    /// Days for which a recovery is told to those who watch over them.
    private static final int LATELY = 30;

    private static final SecureRandom RANDOM = new SecureRandom();
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Strongbox strongbox;
    private final Clock clock;

    Recovering(Witnessing witnessing, JdbcClient database, Strongbox strongbox, Clock clock) {
        this.witnessing = witnessing;
        this.database = database;
        this.strongbox = strongbox;
        this.clock = clock;
    }

    /// The recoveries that wait for their second person, and those that two people finished in the last days.
    public Recoveries look(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, "recovery"), _ -> new Recoveries(waiting(viewer), done()));
    }

    private List<OpenRecovery> waiting(Viewer viewer) {
        return database.sql("""
                        select r.id, r.account_id, a.given_name, a.family_name, o.given_name || ' ' || o.family_name as opener,
                            r.opened_by, r.reason, r.opened_at, r.expires_at, access.is_vouched_for(r.id) as vouched_for
                        from access.recovery r
                        join access.account a on a.id = r.account_id
                        join access.account o on o.id = r.opened_by
                        where r.confirmed_at is null and r.cancelled_at is null and now() < r.expires_at
                        order by r.opened_at
                        """)
                .query((row, _) -> new OpenRecovery(
                        row.getObject("id", UUID.class),
                        (row.getString("given_name") + " " + row.getString("family_name")).strip(),
                        row.getString("opener").strip(),
                        row.getString("reason"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        !viewer.account().equals(row.getObject("opened_by", UUID.class))
                                && !viewer.account().equals(row.getObject("account_id", UUID.class))
                                && row.getBoolean("vouched_for")))
                .list();
    }

    private List<DoneRecovery> done() {
        return database.sql("""
                        select btrim(a.given_name || ' ' || a.family_name) as person,
                            btrim(o.given_name || ' ' || o.family_name) as opener,
                            btrim(c.given_name || ' ' || c.family_name) as confirmer, r.reason, r.confirmed_at
                        from access.recovery r
                        join access.account a on a.id = r.account_id
                        join access.account o on o.id = r.opened_by
                        join access.account c on c.id = r.confirmed_by
                        where r.confirmed_at > now() - make_interval(days => :days)
                        order by r.confirmed_at desc
                        """)
                .param("days", LATELY)
                .query((row, _) -> new DoneRecovery(
                        row.getString("person"),
                        row.getString("opener"),
                        row.getString("confirmer"),
                        row.getString("reason"),
                        row.getObject("confirmed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// How many recoveries two people finished in the last days. Asked inside a piece of work that is witnessed.
    public int doneLately() {
        return done().size();
    }

    /// The first person opens a recovery; returns the code for the person, which is shown once.
    ///
    /// @param email of the person who lost their way in
    /// @return absent when nobody has this address, or it is the viewer's own
    public Optional<String> open(Viewer viewer, String email, String reason) {
        var deed = Deed.of(Verb.CREDENTIAL, "recovery").with("step", "opened");
        return witnessing.witness(
                viewer,
                deed,
                _ -> person(email)
                        .filter(account -> !account.equals(viewer.account()))
                        .map(account -> open(viewer, account, reason)));
    }

    private Optional<UUID> person(String email) {
        return database.sql("""
                        select id from access.account
                        where lower(email) = lower(:email) and kind = 'PERSON' and closed_at is null
                        """).param("email", email).query(UUID.class).optional();
    }

    private String open(Viewer viewer, UUID account, String reason) {
        String code = newCode();
        database.sql("""
                        insert into access.recovery (id, account_id, reason, companion, opened_by, expires_at)
                        values (:id, :account, :reason, :companion, :opener,
                            now() + make_interval(mins => access.setting_number('recovery_confirm_minutes')))
                        """)
                .param("id", Identity.at(clock.instant()))
                .param("account", account)
                .param("reason", reason)
                .param("companion", companion(strongbox, code))
                .param("opener", viewer.account())
                .update();
        return code;
    }

    /// The second person confirms: all former ways in and all sessions end, and the link exists. It belongs behind
    /// `/join/`.
    ///
    /// @throws Refused when it is the viewer's own, or was opened by them, or is confirmed, cancelled or too old;
    ///     and when one of the two has not been here long enough
    public Link confirm(Viewer viewer, UUID recovery) {
        var deed =
                Deed.of(Verb.CREDENTIAL, "recovery").with("step", "confirmed").with("recovery", recovery.toString());
        return witnessing.witness(viewer, deed, _ -> {
            requireRecovery(recovery);
            if (!isVouchedFor(recovery)) {
                throw new Refused("sign-in.refused.recovery-new");
            }
            String token = Links.newToken();
            return database.sql("select access.confirm_recovery(:recovery, :link, :digest) as until")
                    .param("recovery", recovery)
                    .param("link", Identity.at(clock.instant()))
                    .param("digest", Links.digest(token))
                    .query((row, _) -> Optional.ofNullable(row.getObject("until", OffsetDateTime.class)))
                    .single()
                    .map(until -> new Link(token, until.toInstant()))
                    .orElseThrow(() -> new Refused("sign-in.refused.recovery"));
        });
    }

    /// Cancels a recovery that is not confirmed.
    public void cancel(Viewer viewer, UUID recovery) {
        var deed =
                Deed.of(Verb.CREDENTIAL, "recovery").with("step", "cancelled").with("recovery", recovery.toString());
        witnessing.witness(viewer, deed, _ -> {
            requireRecovery(recovery);
            int cancelled = database.sql("""
                            update access.recovery set cancelled_at = now(), cancelled_by = :canceller
                            where id = :id and confirmed_at is null and cancelled_at is null
                            """)
                    .param("canceller", viewer.account())
                    .param("id", recovery)
                    .update();
            if (cancelled == 0) {
                throw new Refused("sign-in.refused.recovery");
            }
            return true;
        });
    }

    private void requireRecovery(UUID recovery) {
        boolean there = database.sql("select exists (select from access.recovery where id = :id)")
                .param("id", recovery)
                .query(Boolean.class)
                .single();
        if (!there) {
            throw new Absent();
        }
    }

    private boolean isVouchedFor(UUID recovery) {
        return database.sql("select access.is_vouched_for(:id)")
                .param("id", recovery)
                .query(Boolean.class)
                .single();
    }

    static byte[] companion(Strongbox strongbox, String code) {
        return strongbox.mark("companion", code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    // Without vowels no word comes about, and without 0, 1, I and O nothing is misheard or misread.
    private static String newCode() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /// What there is of recoveries.
    ///
    /// @param done in the last days, newest first
    public record Recoveries(List<OpenRecovery> waiting, List<DoneRecovery> done) {}

    /// A recovery that two people finished.
    public record DoneRecovery(String person, String opener, String confirmer, String reason, Instant at) {

        @Override
        public String toString() {
            return "recovery at " + at;
        }
    }

    /// A recovery that waits.
    ///
    /// @param person who lost their way in
    /// @param opener who opened it
    /// @param confirmable whether whoever looks may be the second person
    public record OpenRecovery(
            UUID id,
            String person,
            String opener,
            String reason,
            Instant openedAt,
            Instant expiresAt,
            boolean confirmable) {

        @Override
        public String toString() {
            return "recovery " + id;
        }
    }
}
