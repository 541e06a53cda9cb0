package org.witan.access.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Witnessing;

/// Proves who somebody is by a password and a time-based code.
///
/// Whether the address, the password or the code was wrong is never said, and takes the same work to find out. Every
/// refusal is in the trail: with the account where there is one, never with what was typed.
@Component
public class SigningIn {
    private static final Logger LOG = LoggerFactory.getLogger(SigningIn.class);
    private static final SecretKeySpec NOBODYS_SECRET = Codes.newSecret();
    private final Witnessing witnessing;
    private final LocalCredentials credentials;
    private final Passwords passwords;
    private final SignInTries tries;
    private final Clock clock;

    SigningIn(
            Witnessing witnessing, LocalCredentials credentials, Passwords passwords, SignInTries tries, Clock clock) {
        this.witnessing = witnessing;
        this.credentials = credentials;
        this.passwords = passwords;
        this.tries = tries;
        this.clock = clock;
    }

    /// Compares what was typed with what is kept.
    public Outcome prove(Caller caller, String email, String password, String code) {
        var admission = tries.admit(email, caller.origin().address());
        if (admission.hasToWait()) {
            refused(caller, null, "too many tries");
            return new Wait(admission.pause());
        }
        Optional<LocalCredentials.Kept> kept = credentials.of(email);
        boolean fits = passwords.fits(
                password, kept.map(LocalCredentials.Kept::password).orElse(null));
        OptionalLong step = Codes.step(secretOf(kept), ShowingCodes.digits(code), clock.instant());
        if (kept.isEmpty() || !fits || step.isEmpty()) {
            refused(caller, kept.map(LocalCredentials.Kept::account).orElse(null), "password or code");
            return new NotProved();
        }
        UUID account = kept.get().account();
        if (!credentials.take(
                account,
                step.getAsLong(),
                passwords.stronger(password, kept.get().password()))) {
            refused(caller, account, "code used before");
            return new NotProved();
        }
        tries.succeeded(admission);
        return new Proved(account);
    }

    /// What a code is compared with; a secret of nobody's where there is none, so that it takes as long.
    static SecretKeySpec secretOf(Optional<LocalCredentials.Kept> kept) {
        SecretKeySpec secret = kept.isEmpty() ? NOBODYS_SECRET : kept.get().secret();
        if (secret == null) {
            LOG.warn("A code cannot be checked: the key of the trail is not the one its secret was encrypted with.");
            return NOBODYS_SECRET;
        }
        return secret;
    }

    private void refused(Caller caller, @Nullable UUID account, String reason) {
        witnessing.witness(
                new Caller(account, caller.origin()),
                Deed.of(Verb.SIGN_IN_REFUSED, "session").with("reason", reason),
                _ -> true);
    }

    /// What came of it.
    public sealed interface Outcome {}

    /// It is them.
    public record Proved(UUID account) implements Outcome {}

    /// Something is wrong: the address, the password or the code.
    public record NotProved() implements Outcome {}

    /// There have been too many tries; nothing was compared.
    public record Wait(Duration time) implements Outcome {}
}
