package org.witan.access.signin;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.stereotype.Component;
import org.witan.access.Absent;
import org.witan.access.Caller;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.Refused;
import org.witan.access.Witnessing;

/// Proves who somebody is by one of their passkeys: to sign in, or to show that they still sit there.
@Component
public class AskingForPasskeys implements ProofOfPresence {
    private static final String WAY = "passkey";
    private static final int FLAGS = 32;
    private static final int BACKED_UP = 0x10;
    private final Passkeys passkeys;
    private final Spending spending;
    private final Refusing refusing;
    private final Witnessing witnessing;
    private final Clock clock;

    AskingForPasskeys(Passkeys passkeys, Spending spending, Refusing refusing, Witnessing witnessing, Clock clock) {
        this.passkeys = passkeys;
        this.spending = spending;
        this.refusing = refusing;
        this.witnessing = witnessing;
        this.clock = clock;
    }

    /// Asks any authenticator for a passkey of this site.
    public PasskeyQuestion askToSignIn(RelyingParty site) {
        Challenge challenge = Ceremony.challenge(Challenge.Use.SIGN_IN, clock);
        return new PasskeyQuestion(
                challenge, PasskeyAnswers.written(new Ceremony(site, null, List.of()).proof(challenge)));
    }

    /// Asks for one of the passkeys of whoever has signed in.
    public PasskeyQuestion askForPresence(Caller caller, RelyingParty site) {
        Challenge challenge = Ceremony.challenge(Challenge.Use.PROVE_PRESENCE, clock);
        return witnessing.witness(caller, Deed.of(Verb.READ, "passkey"), _ -> {
            var holder = passkeys.holder().orElseThrow(Absent::new);
            var ceremony = new Ceremony(site, holder, passkeys.ownCredentials(holder.getId()));
            return new PasskeyQuestion(challenge, PasskeyAnswers.written(ceremony.proof(challenge)));
        });
    }

    /// Whose passkey answered.
    ///
    /// @param challenge what the session holds; null when it holds none
    /// @throws Refused when the answer proves nothing; the trail says why
    public UUID signIn(Caller caller, RelyingParty site, @Nullable Challenge challenge, String answer) {
        return proved(caller, "session", Challenge.Use.SIGN_IN, new PasskeyAnswer(site, challenge, answer));
    }

    @Override
    public Class<PasskeyAnswer> takes() {
        return PasskeyAnswer.class;
    }

    @Override
    public boolean isOpenTo(Caller caller) {
        return witnessing.witness(
                caller, Deed.of(Verb.READ, "passkey"), _ -> !passkeys.own().isEmpty());
    }

    @Override
    public void prove(Caller caller, Proof proof) {
        if (!(proof instanceof PasskeyAnswer answer)) {
            throw new IllegalArgumentException("Passkeys take the answer of an authenticator.");
        }
        proved(caller, "presence", Challenge.Use.PROVE_PRESENCE, answer);
    }

    private UUID proved(Caller caller, String what, Challenge.Use use, PasskeyAnswer answer) {
        @Nullable StoredPasskey named = null;
        try {
            var given = PasskeyAnswers.proof(answer.answer());
            named = passkeys.named(given.getRawId()).orElseThrow(() -> new Refused(PasskeyAnswers.UNKNOWN));
            if (caller.account() != null
                    && use == Challenge.Use.PROVE_PRESENCE
                    && !named.account().equals(caller.account())) {
                throw new Refused(PasskeyAnswers.UNKNOWN);
            }
            var used = new Used(named, given, check(use, answer, named, given));
            return accepted(caller, what, answer, used);
        } catch (Refused refused) {
            // A proof of presence is about whoever has signed in, whatever passkey was held out.
            UUID about = caller.account() != null || named == null ? caller.account() : named.account();
            throw refusing.refuse(
                    caller,
                    about,
                    what,
                    WAY,
                    refused,
                    named == null ? Map.of() : Map.of("passkey", named.id().toString()));
        }
    }

    private long check(
            Challenge.Use use,
            PasskeyAnswer answer,
            StoredPasskey named,
            PublicKeyCredential<AuthenticatorAssertionResponse> given) {
        Challenge challenge = answer.challenge();
        if (challenge == null || !challenge.asks(use, clock.instant())) {
            throw new Refused(PasskeyAnswers.CHALLENGE);
        }
        var known = named.credential();
        Bytes handle = given.getResponse().getUserHandle();
        if (handle != null && !handle.equals(known.getUserEntityUserId())) {
            throw new Refused(PasskeyAnswers.UNKNOWN);
        }
        var holder = ImmutablePublicKeyCredentialUserEntity.builder()
                .id(known.getUserEntityUserId())
                .name(named.account().toString())
                .displayName("")
                .build();
        var ceremony = new Ceremony(answer.site(), holder, List.of(known));
        PasskeyAnswers.checked(() -> ceremony.rules(challenge)
                .authenticate(new RelyingPartyAuthenticationRequest(ceremony.proof(challenge), given)));
        long count = ceremony.result().getSignatureCount();
        // Spring Security compares with the count at registration only.
        if (count <= known.getSignatureCount() && (count > 0 || known.getSignatureCount() > 0)) {
            throw new Refused(PasskeyAnswers.COUNT);
        }
        return count;
    }

    private UUID accepted(Caller caller, String what, PasskeyAnswer answer, Used used) {
        UUID account = used.passkey().account();
        Challenge challenge = Objects.requireNonNull(answer.challenge());
        var deed = Deed.of(Verb.SIGN_IN, what.equals("session") ? "proof" : what)
                .with("way", WAY)
                .with("passkey", used.passkey().id().toString());
        return witnessing.witness(new Caller(account, caller.origin()), deed, _ -> {
            if (!spending.spend(challenge.bytes())) {
                throw new Refused(PasskeyAnswers.CHALLENGE);
            }
            if (!passkeys.use(used.passkey().id(), used.count(), used.backedUp())) {
                throw new Refused(PasskeyAnswers.COUNT);
            }
            return account;
        });
    }

    /// A passkey with what its checked answer said.
    private record Used(StoredPasskey passkey, PublicKeyCredential<AuthenticatorAssertionResponse> given, long count) {

        boolean backedUp() {
            return (given.getResponse().getAuthenticatorData().getBytes()[FLAGS] & BACKED_UP) != 0;
        }
    }
}
