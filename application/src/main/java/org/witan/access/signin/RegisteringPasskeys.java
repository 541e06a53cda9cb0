package org.witan.access.signin;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Witnessing;

/// Registers, lists and ends the passkeys of whoever asks. The account of the caller is known; whether they must prove
/// their presence first is for the page to say.
@Component
public class RegisteringPasskeys {
    private final Passkeys passkeys;
    private final Spending spending;
    private final ObjectProvider<Credentials> kinds;
    private final Witnessing witnessing;
    private final Clock clock;

    RegisteringPasskeys(
            Passkeys passkeys,
            Spending spending,
            ObjectProvider<Credentials> kinds,
            Witnessing witnessing,
            Clock clock) {
        this.passkeys = passkeys;
        this.spending = spending;
        this.kinds = kinds;
        this.witnessing = witnessing;
        this.clock = clock;
    }

    /// The passkeys in force of whoever asks, oldest first.
    public List<Passkey> list(Caller caller) {
        return witnessing.witness(caller, Deed.of(Verb.LIST, "passkey"), _ -> passkeys.own());
    }

    /// Asks an authenticator to make a passkey.
    public PasskeyQuestion ask(Caller caller, RelyingParty site) {
        Challenge challenge = Ceremony.challenge(Challenge.Use.REGISTER, clock);
        return witnessing.witness(
                caller,
                Deed.of(Verb.READ, "passkey"),
                _ -> new PasskeyQuestion(
                        challenge, PasskeyAnswers.written(ceremony(site).registration(challenge))));
    }

    /// Registers the passkey that an authenticator made.
    ///
    /// @param challenge what the session holds; null when it holds none
    /// @param label the name that its holder gives it
    public void register(Caller caller, RelyingParty site, @Nullable Challenge challenge, String answer, String label) {
        witnessing.witness(caller, Deed.of(Verb.CREDENTIAL, "passkey").with("change", "registered"), _ -> {
            if (challenge == null
                    || !challenge.asks(Challenge.Use.REGISTER, clock.instant())
                    || !spending.spend(challenge.bytes())) {
                throw new Refused(PasskeyAnswers.CHALLENGE);
            }
            var made = PasskeyAnswers.registration(answer);
            var ceremony = ceremony(site);
            PasskeyAnswers.checked(() -> ceremony.rules(challenge)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            ceremony.registration(challenge), new RelyingPartyPublicKey(made, label))));
            if (!passkeys.add(account(caller), ceremony.result(), label)) {
                throw new Refused("passkeys.refused.registered");
            }
            return true;
        });
    }

    /// Ends a passkey of whoever asks.
    ///
    /// @throws Refused when it is their last way to sign in
    public void end(Caller caller, UUID passkey) {
        var deed = Deed.of(Verb.CREDENTIAL, "passkey").with("change", "ended").with("passkey", passkey.toString());
        witnessing.witness(caller, deed, _ -> switch (passkeys.end(passkey, others(account(caller)))) {
            case ENDED -> true;
            case LAST -> throw new Refused("passkeys.refused.last");
            case ABSENT -> throw new Absent();
        });
    }

    private int others(UUID account) {
        return kinds.stream()
                .filter(kind -> !kind.equals(passkeys))
                .mapToInt(kind -> kind.inForce(account))
                .sum();
    }

    private Ceremony ceremony(RelyingParty site) {
        var holder = passkeys.holder().orElseThrow(Absent::new);
        return new Ceremony(site, holder, passkeys.ownCredentials(holder.getId()));
    }

    private static UUID account(Caller caller) {
        if (caller.account() == null) {
            throw new Absent();
        }
        return caller.account();
    }
}
