package org.witan.access.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/// One question to an authenticator, or the check of one answer, by the rules of WebAuthn.
///
/// It stands in for the repositories that Spring Security expects: it knows the one person and the passkeys that this
/// question is about, and it keeps what the check would store until the use case stores it in its own transaction.
final class Ceremony implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CHALLENGE_LENGTH = 32;
    private final RelyingParty site;
    private final @Nullable PublicKeyCredentialUserEntity holder;
    private final List<CredentialRecord> known;
    private @Nullable CredentialRecord result;

    /// @param holder whom it is about; null when nobody is known yet
    /// @param known the passkeys that it is about
    Ceremony(RelyingParty site, @Nullable PublicKeyCredentialUserEntity holder, List<CredentialRecord> known) {
        this.site = site;
        this.holder = holder;
        this.known = known;
    }

    static Challenge challenge(Challenge.Use use, Clock clock) {
        byte[] bytes = new byte[CHALLENGE_LENGTH];
        RANDOM.nextBytes(bytes);
        return new Challenge(
                use,
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                clock.instant().plus(Challenge.TIME));
    }

    PublicKeyCredentialCreationOptions registration(Challenge challenge) {
        return rules(challenge)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(somebody()));
    }

    PublicKeyCredentialRequestOptions proof(Challenge challenge) {
        return rules(challenge)
                .createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(holder == null ? null : somebody()));
    }

    /// The rules with what this house demands: the holder verified by the authenticator, and a passkey that can be
    /// found without a name typed first.
    Webauthn4JRelyingPartyOperations rules(Challenge challenge) {
        var itself = PublicKeyCredentialRpEntity.builder()
                .id(site.name())
                .name("Witan")
                .build();
        var rules = new Webauthn4JRelyingPartyOperations(this, this, itself, Set.of(site.origin()));
        rules.setCustomizeCreationOptions(options -> options.challenge(new Bytes(challenge.raw()))
                .timeout(Challenge.TIME)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        rules.setCustomizeRequestOptions(options -> options.challenge(new Bytes(challenge.raw()))
                .timeout(Challenge.TIME)
                .userVerification(UserVerificationRequirement.REQUIRED));
        return rules;
    }

    /// What the check would have stored: the new passkey, or the known one as it is after this use.
    CredentialRecord result() {
        return Objects.requireNonNull(result, "Nothing was checked.");
    }

    private Authentication somebody() {
        String name = Objects.requireNonNull(holder).getName();
        return UsernamePasswordAuthenticationToken.authenticated(name, null, AuthorityUtils.NO_AUTHORITIES);
    }

    @Override
    public void save(CredentialRecord made) {
        result = made;
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return known.stream()
                .filter(one -> one.getCredentialId().equals(credential))
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return known;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return holder;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String name) {
        return holder;
    }

    @Override
    public void save(PublicKeyCredentialUserEntity made) {
        throw new UnsupportedOperationException("A holder is made by the database.");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("Nothing is deleted.");
    }
}
