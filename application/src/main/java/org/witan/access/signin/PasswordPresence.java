package org.witan.access.signin;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Witnessing;

/// Passwords with their codes, as proof of presence and as a way to sign in that counts among the others.
@Component
final class PasswordPresence implements ProofOfPresence, Credentials {
    private final SigningIn signingIn;
    private final Witnessing witnessing;
    private final JdbcClient database;

    PasswordPresence(SigningIn signingIn, Witnessing witnessing, JdbcClient database) {
        this.signingIn = signingIn;
        this.witnessing = witnessing;
        this.database = database;
    }

    @Override
    public Class<? extends Proof> takes() {
        return PasswordAndCode.class;
    }

    @Override
    public boolean isOpenTo(Caller caller) {
        return caller.account() != null && address(caller).isPresent();
    }

    /// A wrong password counts as a failure at sign-in does, and slows guessing in the same way.
    @Override
    public void prove(Caller caller, Proof proof) {
        if (!(proof instanceof PasswordAndCode(String password, String code))) {
            throw new IllegalArgumentException("another kind of proof");
        }
        String email = address(caller).orElseThrow(() -> new Refused("presence.refused.password"));
        switch (signingIn.prove(caller, email, password, code)) {
            case SigningIn.Proved(UUID account) when account.equals(caller.account()) -> {}
            case SigningIn.Proved _, SigningIn.NotProved _ -> throw new Refused("presence.refused.password");
            case SigningIn.Wait _ -> throw new Refused("presence.refused.wait");
        }
    }

    @Override
    public int inForce(UUID account) {
        return ownAddress().isPresent() ? 1 : 0;
    }

    private Optional<String> address(Caller caller) {
        return witnessing.witness(caller, Deed.of(Verb.CREDENTIAL, "presence"), _ -> ownAddress());
    }

    private Optional<String> ownAddress() {
        return database.sql("select email from access.own_account()")
                .query(String.class)
                .optional();
    }
}
