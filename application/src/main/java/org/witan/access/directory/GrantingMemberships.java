package org.witan.access.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Role;
import org.witan.access.Viewer;
import org.witan.access.Witnessing;

/// Granting memberships and ending them. Nobody grants, changes or ends their own: the database refuses it too.
@Component
public class GrantingMemberships {
    private static final String MEMBERSHIP = "membership";
    private final Witnessing witnessing;
    private final Memberships memberships;
    private final Agencies agencies;
    private final Accounts accounts;
    private final JdbcClient database;

    GrantingMemberships(
            Witnessing witnessing, Memberships memberships, Agencies agencies, Accounts accounts, JdbcClient database) {
        this.witnessing = witnessing;
        this.memberships = memberships;
        this.agencies = agencies;
        this.accounts = accounts;
        this.database = database;
    }

    /// The roles, with what somebody in each does; reference data, which anybody may read.
    public List<Duty> roles() {
        return database.sql("select code, words, duty from access.role order by place")
                .query((row, _) ->
                        new Duty(Role.valueOf(row.getString("code")), row.getString("words"), row.getString("duty")))
                .list();
    }

    /// Grants a role for an agency.
    public void grant(Viewer viewer, Membership.Grant grant) {
        Deed deed = deed(Verb.ADD, grant.id())
                .with("account", grant.account().toString())
                .with("agency", grant.agency().toString())
                .with("role", grant.role().name());
        witnessing.witness(viewer, deed, _ -> {
            Rules.notForOneself(viewer, grant.account());
            theOpen(grant);
            if (memberships.overlaps(grant)) {
                throw new Refused(Rules.MEMBERSHIP_OVERLAPS);
            }
            Rules.once(Rules.kept(() -> memberships.grant(grant, viewer.account())), () -> memberships.has(grant));
            return grant;
        });
    }

    private void theOpen(Membership.Grant grant) {
        Account account =
                accounts.find(grant.account()).filter(one -> !one.system()).orElseThrow(Absent::new);
        Agency agency = agencies.find(grant.agency()).orElseThrow(Absent::new);
        if (account.closedAt() != null || agency.closedAt() != null) {
            throw new Refused(Rules.CLOSED);
        }
    }

    /// One membership.
    ///
    /// @throws Absent when there is none
    public Membership open(Viewer viewer, UUID id) {
        return witnessing.witness(
                viewer, deed(Verb.READ, id), _ -> memberships.find(id).orElseThrow(Absent::new));
    }

    /// Changes the last day of a membership, or whether it is a named lead's.
    ///
    /// @param version of the membership that was on the page
    /// @param endsOn last day, today or later; null when it goes on
    public void change(Viewer viewer, UUID id, int version, boolean lead, @Nullable LocalDate endsOn) {
        Deed deed = deed(Verb.CHANGE, id)
                .with("lead", Boolean.toString(lead))
                .with("ends", endsOn == null ? "" : endsOn.toString());
        witnessing.witness(viewer, deed, _ -> {
            Membership membership = theLasting(viewer, id);
            if (endsOn != null && membership.endedBefore(endsOn)) {
                refuseOverlap(membership, lead, endsOn);
            }
            Rules.fresh(Rules.kept(() -> memberships.change(id, version, lead, endsOn)));
            return id;
        });
    }

    private void refuseOverlap(Membership m, boolean lead, LocalDate endsOn) {
        if (memberships.overlaps(
                new Membership.Grant(m.id(), m.account(), m.agency(), m.role(), lead, m.startsOn(), endsOn))) {
            throw new Refused(Rules.MEMBERSHIP_OVERLAPS);
        }
    }

    /// Ends a membership at once, the rest of today included.
    public void end(Viewer viewer, UUID id, int version) {
        witnessing.witness(viewer, deed(Verb.CHANGE, id).with("ended", "now"), _ -> {
            theLasting(viewer, id);
            Rules.fresh(Rules.kept(() -> memberships.end(id, version)));
            return id;
        });
    }

    private Membership theLasting(Viewer viewer, UUID id) {
        Membership membership = memberships.find(id).orElseThrow(Absent::new);
        Rules.notForOneself(viewer, membership.account());
        if (membership.endedBefore(today())) {
            throw new Refused(Rules.ENDED);
        }
        return membership;
    }

    private LocalDate today() {
        return database.sql("select access.today()").query(LocalDate.class).single();
    }

    private static Deed deed(Verb verb, UUID id) {
        return Deed.of(verb, MEMBERSHIP).with(MEMBERSHIP, id.toString());
    }

    /// A role and what somebody in it does.
    public record Duty(Role role, String words, String does) {}
}
