package org.witan.access.signin;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Witnessing;

/// Gives somebody who holds a link their way to sign in: a new colleague, or one who has lost theirs.
@Component
public class Joining {
    private final Witnessing witnessing;
    private final JdbcClient database;
    private final LocalCredentials credentials;
    private final Strongbox strongbox;
    private final SignInTries tries;

    Joining(
            Witnessing witnessing,
            JdbcClient database,
            LocalCredentials credentials,
            Strongbox strongbox,
            SignInTries tries) {
        this.witnessing = witnessing;
        this.database = database;
        this.credentials = credentials;
        this.strongbox = strongbox;
        this.tries = tries;
    }

    /// Sets a password with a code.
    ///
    /// @param companion the code that the first of two people handed over; empty for an invitation
    public Outcome join(Caller caller, String token, OpenLink link, String companion, NewCredential credential) {
        UUID account = link.account();
        if (account == null) {
            return new NoLink();
        }
        var admission = tries.admit("link " + link.id(), caller.origin().address());
        if (admission.hasToWait()) {
            return new Wait(admission.pause());
        }
        byte[] mark = link.kind() == OpenLink.Kind.RECOVERY ? companion(companion) : null;
        var deed = Deed.of(Verb.CREDENTIAL, "password").with("link", link.kind().name());
        var joined = witnessing.witness(
                new Caller(account, caller.origin()),
                deed,
                _ -> Optional.ofNullable(
                        database.sql("select access.join_by_link(:digest, :companion, :password, :secret, :step)")
                                .param("digest", Links.digest(token))
                                .param("companion", mark)
                                .param("password", credentials.encoded(credential))
                                .param("secret", credentials.locked(credential, account))
                                .param("step", credential.step())
                                .query((row, _) -> row.getObject(1, UUID.class))
                                .list()
                                .getFirst()));
        if (joined.isEmpty()) {
            return new NoLink();
        }
        tries.succeeded(admission);
        return new Joined(joined.get());
    }

    private byte[] companion(String code) {
        return Recovering.companion(strongbox, code);
    }

    /// What came of it.
    public sealed interface Outcome {}

    /// The person can sign in from now on.
    public record Joined(UUID account) implements Outcome {}

    /// The link does not work, or the code does not go with it.
    public record NoLink() implements Outcome {}

    /// Too many codes were tried.
    public record Wait(Duration time) implements Outcome {}
}
