package org.witan.access.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
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

/// Lets a new colleague in: a link that works once, for the administrator to hand over.
@Component
public class InvitingPeople {
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final Clock clock;

    InvitingPeople(Witnessing witnessing, JdbcClient database, Clock clock) {
        this.witnessing = witnessing;
        this.database = database;
        this.clock = clock;
    }

    /// Makes the link, in place of an earlier one that was not used. It belongs behind `/join/`.
    ///
    /// @throws Absent when there is no such open account of a person
    /// @throws Refused when the account has had a way to sign in: then it takes two people to let it in again
    public Link invite(Viewer viewer, UUID account) {
        var deed = Deed.of(Verb.CREDENTIAL, "invitation").with("account", account.toString());
        return witnessing.witness(viewer, deed, _ -> {
            requireAccount(account);
            if (!mayBeInvited(account)) {
                throw new Refused("sign-in.refused.invited-before");
            }
            return newLink(account);
        });
    }

    private void requireAccount(UUID account) {
        boolean there = database.sql(
                        "select exists (select from access.account where id = :account and kind = 'PERSON' and closed_at is null)")
                .param("account", account)
                .query(Boolean.class)
                .single();
        if (!there) {
            throw new Absent();
        }
    }

    private boolean mayBeInvited(UUID account) {
        return database.sql("select access.may_be_invited(:account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    private Link newLink(UUID account) {
        String token = Links.newToken();
        var until = database.sql("select access.invite(:id, :digest, :account)")
                .param("id", Identity.at(clock.instant()))
                .param("digest", Links.digest(token))
                .param("account", account)
                .query(OffsetDateTime.class)
                .single();
        return new Link(token, until.toInstant());
    }
}
