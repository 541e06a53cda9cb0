package org.witan.access.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.witan.access.Caller;
import org.witan.access.Presence;
import org.witan.access.Refused;

/// Signs somebody in by the provider of their agency: authorization code with PKCE, state and nonce.
///
/// A person is recognised by the provider's own name for them, or, the first time, by a verified e-mail address; always
/// only while they act for the agency of the provider. Nobody gets an account by it. Every refusal is in the trail.
@Component
public class SigningInByProvider {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration TIME_TO_RETURN = Duration.ofMinutes(10);
    private static final Duration WORKING_DAY = Duration.ofHours(12);
    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final String WAY = "provider";
    private final ProviderSettings settings;
    private final ProviderAnswers answers;
    private final ProviderLinks links;
    private final Spending spending;
    private final Refusing refusing;
    private final Clock clock;

    SigningInByProvider(
            ProviderSettings settings,
            ProviderAnswers answers,
            ProviderLinks links,
            Spending spending,
            Refusing refusing,
            Clock clock) {
        this.settings = settings;
        this.answers = answers;
        this.links = links;
        this.spending = spending;
        this.refusing = refusing;
        this.clock = clock;
    }

    /// The provider of a name.
    public Optional<Provider> provider(String name) {
        return settings.named(name);
    }

    /// The providers that know whoever asks, and can let them prove themselves again.
    public List<Provider> linked(Caller caller) {
        return links.of(caller);
    }

    /// Sends somebody to a provider.
    ///
    /// @param site origin of this site
    /// @param again true to make the provider ask for proof although it remembers them
    /// @throws ProviderSilent when it does not answer
    public Departure depart(Provider provider, String site, boolean again) {
        var registration = answers.registration(provider, site);
        var pending = new PendingReturn(
                provider.name(), random(), random(), random(), clock.instant().plus(TIME_TO_RETURN));
        return new Departure(request(registration, pending, again).getAuthorizationRequestUri(), pending);
    }

    /// Who returns from a provider.
    ///
    /// @throws Refused when they cannot be let in; the trail says why
    /// @throws ProviderSilent when the provider does not answer
    public Arrived arrive(Caller caller, Provider provider, Arrival arrival) {
        try {
            OidcUser person = identified(provider, arrival);
            UUID account = links.account(caller, provider, person);
            return new Arrived(account, presence(person));
        } catch (NotIdentified why) {
            throw refusing.refuse(
                    caller,
                    why.account(),
                    "session",
                    WAY,
                    new Refused(why.reason()),
                    Map.of("provider", provider.name(), "because", why.because()));
        }
    }

    private OidcUser identified(Provider provider, Arrival arrival) {
        PendingReturn pending = arrival.pending();
        if (pending == null
                || !pending.provider().equals(provider.name())
                || !clock.instant().isBefore(pending.until())
                || !same(pending.state(), arrival.state())) {
            throw new NotIdentified("provider.refused.return", "state", null);
        }
        if (!arrival.issuer().isEmpty() && !arrival.issuer().equals(provider.issuer())) {
            throw new NotIdentified("provider.refused.answer", "other_issuer", null);
        }
        if (!spending.spend("provider " + pending.state())) {
            throw new NotIdentified("provider.refused.return", "replayed", null);
        }
        if (!arrival.error().isEmpty() || arrival.code().isEmpty()) {
            throw new NotIdentified("provider.refused.denied", code(arrival.error()), null);
        }
        OidcUser person = exchanged(answers.registration(provider, arrival.site()), pending, arrival);
        requireFactors(provider, person);
        requireToday(person);
        return person;
    }

    private OidcUser exchanged(ClientRegistration registration, PendingReturn pending, Arrival arrival) {
        var request = request(registration, pending, false);
        var response = OAuth2AuthorizationResponse.success(arrival.code())
                .state(arrival.state())
                .redirectUri(Objects.requireNonNull(registration.getRedirectUri()))
                .build();
        try {
            var exchanged = answers.exchange()
                    .authenticate(new OAuth2LoginAuthenticationToken(
                            registration, new OAuth2AuthorizationExchange(request, response)));
            return (OidcUser)
                    Objects.requireNonNull(Objects.requireNonNull(exchanged).getPrincipal());
        } catch (OAuth2AuthenticationException refused) {
            // Without an answer of the provider there is nothing that could be refused.
            for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
                if (cause instanceof RestClientException) {
                    throw new ProviderSilent(refused);
                }
            }
            throw new NotIdentified(
                    "provider.refused.answer", code(refused.getError().getErrorCode()), null);
        } catch (RestClientException silent) {
            throw new ProviderSilent(silent);
        } catch (IllegalArgumentException _) {
            throw new NotIdentified("provider.refused.answer", "unusable", null);
        }
    }

    private static void requireFactors(Provider provider, OidcUser person) {
        String acr = Objects.toString(person.getIdToken().getAuthenticationContextClass(), "");
        List<String> amr = Objects.requireNonNullElse(person.getIdToken().getAuthenticationMethods(), List.of());
        if ((!provider.acr().isEmpty() && !provider.acr().contains(acr))
                || (!provider.amr().isEmpty() && provider.amr().stream().noneMatch(amr::contains))) {
            throw new NotIdentified("provider.refused.factors", "factors", null);
        }
    }

    /// A provider that is asked for the age of a sign-in must say it. One that does not may remember people for weeks,
    /// and somebody else may sit at that desk today.
    private void requireToday(OidcUser person) {
        Instant at = person.getIdToken().getAuthenticatedAt();
        if (at == null) {
            throw new NotIdentified("provider.refused.age", "no_auth_time", null);
        }
        if (at.plus(WORKING_DAY).plus(SKEW).isBefore(clock.instant())) {
            throw new NotIdentified("provider.refused.old", "old", null);
        }
    }

    private static OAuth2AuthorizationRequest request(
            ClientRegistration registration, PendingReturn pending, boolean again) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(
                        Objects.requireNonNull(registration.getProviderDetails().getAuthorizationUri()))
                .clientId(registration.getClientId())
                .redirectUri(Objects.requireNonNull(registration.getRedirectUri()))
                .scopes(registration.getScopes())
                .state(pending.state())
                .attributes(kept -> {
                    kept.put(OidcParameterNames.NONCE, pending.nonce());
                    kept.put(PkceParameterNames.CODE_VERIFIER, pending.verifier());
                })
                .additionalParameters(sent -> {
                    sent.put(OidcParameterNames.NONCE, digest(pending.nonce()));
                    sent.put(PkceParameterNames.CODE_CHALLENGE, digest(pending.verifier()));
                    sent.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
                    sent.put("max_age", again ? "0" : Long.toString(WORKING_DAY.toSeconds()));
                    if (again) {
                        sent.put("prompt", "login");
                    }
                })
                .build();
    }

    private Presence presence(OidcUser person) {
        Instant at = Objects.requireNonNull(person.getIdToken().getAuthenticatedAt());
        Instant now = clock.instant();
        return new Presence(at.isAfter(now) ? now : at);
    }

    /// What a provider calls an error goes into the trail, but no more than a word of it.
    private static String code(@Nullable String error) {
        return error != null && error.matches("[a-z_]{1,60}") ? error : "unnamed";
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String digest(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
