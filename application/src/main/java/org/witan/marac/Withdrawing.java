package org.witan.marac;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Shown;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;
import org.witan.marac.Withdrawal.Outcome;
import org.witan.marac.Withdrawal.Reason;
import org.witan.meeting.KeepingAgendas;
import org.witan.shared.Identity;

/// The agency that referred asks to withdraw, before the case is heard; the coordinator confirms it or keeps
/// the case.
///
/// High-risk cases may be heard without consent, so asking changes nothing by itself: no case leaves triage or
/// an agenda unseen. A repeat is withdrawn only where it is none, or its twin stands: that one is heard, or
/// was.
@Component
public class Withdrawing {
    private static final String WITHDRAWAL = "withdrawal";
    private final Witnessing witnessing;
    private final Withdrawals withdrawals;
    private final ReadingReferrals reading;
    private final Repeats repeats;
    private final KeepingAgendas agendas;
    private final JdbcClient database;
    private final Clock clock;

    Withdrawing(
            Witnessing witnessing,
            Withdrawals withdrawals,
            ReadingReferrals reading,
            Repeats repeats,
            KeepingAgendas agendas,
            JdbcClient database,
            Clock clock) {
        this.witnessing = witnessing;
        this.withdrawals = withdrawals;
        this.reading = reading;
        this.repeats = repeats;
        this.agendas = agendas;
        this.database = database;
        this.clock = clock;
    }

    /// Asks to withdraw a referral. Sent twice, it is asked once.
    ///
    /// @param id made with the form
    /// @throws Absent when there is no such referral for this viewer, or another agency made it
    /// @throws Refused when it was heard or withdrawn, it is history and that cannot be asked of it, somebody
    ///     asked already, or something else was sent from the same form before
    public void ask(Viewer viewer, UUID id, UUID referral, Reason reason, String words) {
        var deed = Deed.of(Verb.ADD, WITHDRAWAL).with("reason", reason.name());
        witnessing.witness(viewer, deed, shown -> {
            if (!reading.exists(referral) || !withdrawals.isOwn(referral)) {
                throw new Absent();
            }
            shown.add(referral);
            if (wasSent(viewer, id, referral, reason, words)) {
                return false;
            }
            if (withdrawals.isHeard(referral)) {
                throw new Refused("marac.refused.withdrawal.heard");
            }
            if (isWithdrawn(referral)) {
                throw new Refused("marac.refused.withdrawal.done");
            }
            if (!reason.isOfRepeat() && withdrawals.isHistory(referral)) {
                throw new Refused("marac.refused.withdrawal.history");
            }
            int asked = Absent.whereRefused(() -> insert(viewer, id, referral, reason, words));
            if (asked == 0 && !wasSent(viewer, id, referral, reason, words)) {
                throw new Refused("marac.refused.withdrawal.asked");
            }
            return true;
        });
    }

    private boolean wasSent(Viewer viewer, UUID id, UUID referral, Reason reason, String words) {
        boolean sent = withdrawals.find(id).isPresent();
        if (sent && !withdrawals.isSame(viewer, id, referral, reason, words)) {
            throw new Refused("marac.refused.sent-before");
        }
        return sent;
    }

    /// What waits to be decided, with what must be known for that.
    ///
    /// @param listed whether it stands on an agenda
    /// @param repeat whether it is a repeat
    /// @param twin whether there is another referral that it can be sent twice of
    public record Waiting(Withdrawal withdrawal, boolean listed, boolean repeat, boolean twin) {}

    /// A withdrawal that waits.
    ///
    /// @throws Absent when none waits under this id for this viewer, or they are no coordinator
    public Waiting open(Viewer viewer, UUID id) {
        return witnessing.witness(viewer, Deed.of(Verb.READ, WITHDRAWAL), shown -> {
            Withdrawal found = the(viewer, id, shown);
            if (!found.waits()) {
                throw new Absent();
            }
            return new Waiting(
                    found,
                    !onAgendas(found.referral()).isEmpty(),
                    repeats.last(found.referral()).isPresent(),
                    repeats.hasTwin(found.referral()));
        });
    }

    /// All that wait. For the coordinator; nothing for anybody else. Inside a witnessed piece of work.
    public List<Withdrawal> waiting(Viewer viewer, Shown shown) {
        if (viewer.role() != Role.COORDINATOR) {
            return List.of();
        }
        List<Withdrawal> all = withdrawals.waiting();
        all.forEach(one -> shown.add(one.referral()));
        return all;
    }

    /// All that wait, as a list of their own.
    public List<Withdrawal> list(Viewer viewer) {
        return witnessing.witness(viewer, Deed.of(Verb.LIST, WITHDRAWAL), shown -> waiting(viewer, shown));
    }

    /// Decides. Withdrawn, the referral leaves triage and every agenda on which it was not heard, stays
    /// readable, and can be taken up again by undoing the decision.
    ///
    /// @param answer why the case is kept; may be empty when it is withdrawn
    /// @param why what everybody reads who reads the case: the kind of the reason and never the words of it
    /// @throws Absent when there is none under this id for this viewer, or they are no coordinator
    /// @throws Refused when it was decided meanwhile, the case was heard meanwhile, or a repeat would go
    ///     unheard, or it is said to be sent twice and there is no twin
    public void decide(Viewer viewer, UUID id, Outcome outcome, String answer, ReasonWords why) {
        var deed = Deed.of(Verb.CHANGE, WITHDRAWAL).with("outcome", outcome.name());
        witnessing.witness(viewer, deed, shown -> {
            reading.hold(the(viewer, id, shown).referral());
            Withdrawal found = the(viewer, id, shown);
            if (!found.waits()) {
                throw new Refused("marac.refused.withdrawal.decided");
            }
            UUID decision = null;
            if (outcome == Outcome.WITHDRAWN) {
                check(found);
                decision = withdrawn(viewer, found, why.of(found.reason()), shown);
            }
            int decided = database.sql("""
                            update marac.withdrawal set outcome = :outcome, answer = :answer, decided_at = now(),
                                decided_by = :by, triage_id = cast(:triage as uuid)
                            where id = :id and decided_at is null
                            """)
                    .param("outcome", outcome.name())
                    .param("answer", answer)
                    .param("by", viewer.account())
                    .param("triage", decision)
                    .param("id", id)
                    .update();
            if (decided == 0) {
                throw new Refused("marac.refused.withdrawal.decided");
            }
            return true;
        });
    }

    private Withdrawal the(Viewer viewer, UUID id, Shown shown) {
        if (viewer.role() != Role.COORDINATOR) {
            throw new Absent();
        }
        Withdrawal found = withdrawals.find(id).orElseThrow(Absent::new);
        shown.add(found.referral());
        return found;
    }

    private void check(Withdrawal found) {
        if (withdrawals.isHeard(found.referral())) {
            throw new Refused("marac.refused.withdrawal.heard");
        }
        if (found.reason() == Reason.SENT_TWICE && !repeats.hasTwin(found.referral())) {
            throw new Refused("marac.refused.withdrawal.twin");
        }
        if (!found.reason().isOfRepeat() && repeats.last(found.referral()).isPresent()) {
            throw new Refused("marac.refused.withdrawal.repeat");
        }
    }

    private UUID withdrawn(Viewer viewer, Withdrawal found, String why, Shown shown) {
        onAgendas(found.referral()).forEach(item -> agendas.takeOff(viewer, shown, item, why));
        UUID decision = Identity.at(clock.instant());
        database.sql("""
                        update marac.triage set undone_at = now(), undone_by = :by
                        where record_id = :referral and undone_at is null
                        """)
                .param("by", viewer.account())
                .param("referral", found.referral())
                .update();
        try {
            database.sql("""
                            insert into marac.triage (id, record_id, outcome, reason, decided_at, decided_by)
                            values (:id, :referral, 'WITHDRAWN', :reason, now(), :by)
                            """)
                    .param("id", decision)
                    .param("referral", found.referral())
                    .param("reason", why)
                    .param("by", viewer.account())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Refused("marac.refused.decided");
        }
        return decision;
    }

    private List<UUID> onAgendas(UUID referral) {
        return database.sql("""
                        select i.id from meeting.item i where i.record_id = :referral and i.off_at is null order by i.id
                        """)
                .param("referral", referral)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private boolean isWithdrawn(UUID referral) {
        return database.sql("""
                        select exists (select from marac.triage t
                                       where t.record_id = :referral and t.undone_at is null and t.outcome = 'WITHDRAWN')
                        """)
                .param("referral", referral)
                .query(Boolean.class)
                .single();
    }

    private int insert(Viewer viewer, UUID id, UUID referral, Reason reason, String words) {
        return database.sql("""
                        insert into marac.withdrawal (id, record_id, reason, words, agency_id, asked_at, asked_by)
                        values (:id, :referral, :reason, :words, :agency, now(), :account) on conflict do nothing
                        """)
                .param("id", id)
                .param("referral", referral)
                .param("reason", reason.name())
                .param("words", words)
                .param("agency", viewer.agency())
                .param("account", viewer.account())
                .update();
    }

    /// Tells the kind of a reason in words.
    @FunctionalInterface
    public interface ReasonWords {
        String of(Reason reason);
    }
}
