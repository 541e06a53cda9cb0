package org.witan.access.signin;

import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/// Talks to providers: their metadata, their tokens, the checks of both.
///
/// The metadata is fetched when the first person needs it and again after an hour, never at the
/// start, so a provider that is down keeps nobody else out. Every call ends after a few seconds, and
/// none follows to another address: what the settings and the metadata name is asked, and nothing
/// else. Only signatures by a key pair count: neither a shared secret nor no signature at all.
@Component
class ProviderAnswers {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Duration METADATA_IS_GOOD_FOR = Duration.ofHours(1);
    private static final int MOST_BYTES = 512 * 1024;
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final OidcAuthorizationCodeAuthenticationProvider exchange;
    private final RestClient http;
    private final Clock clock;

    ProviderAnswers(Clock clock) {
        this.clock = clock;
        var requests = new StraightRequests();
        requests.setConnectTimeout(PATIENCE);
        requests.setReadTimeout(PATIENCE);
        this.http = RestClient.builder()
                .requestFactory(requests)
                .defaultStatusHandler(HttpStatusCode::is3xxRedirection, (_, _) -> {
                    throw new RestClientException("The provider leads elsewhere.");
                })
                .build();
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .configureMessageConverters(converters -> converters
                        .registerDefaults()
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        this.exchange = new OidcAuthorizationCodeAuthenticationProvider(tokens, this::person);
        exchange.setJwtDecoderFactory(registration -> current(registration).decoder());
    }

    OidcAuthorizationCodeAuthenticationProvider exchange() {
        return exchange;
    }

    /// The provider with its addresses.
    ///
    /// @throws ProviderSilent when it does not tell them
    ClientRegistration registration(Provider provider, String site) {
        return ClientRegistration.withClientRegistration(read(provider).registration())
                .redirectUri(site + provider.returnPath())
                .build();
    }

    private Known read(Provider provider) {
        Known held = known.get(provider.name());
        if (held != null && clock.instant().isBefore(held.until())) {
            return held;
        }
        Known fresh = fetch(provider);
        known.put(provider.name(), fresh);
        return fresh;
    }

    private Known current(ClientRegistration registration) {
        Known held = known.get(registration.getRegistrationId());
        if (held == null) {
            throw new IllegalStateException("A token of a provider that nobody went to.");
        }
        return held;
    }

    private Known fetch(Provider provider) {
        try {
            Map<String, Object> metadata = http.get()
                    .uri(withoutSlash(provider.issuer()) + "/.well-known/openid-configuration")
                    .retrieve()
                    .body(OBJECT);
            if (metadata == null || !provider.issuer().equals(metadata.get("issuer"))) {
                throw new IllegalStateException("The metadata is of another issuer.");
            }
            var registration = ClientRegistrations.fromOidcConfiguration(metadata)
                    .registrationId(provider.name())
                    .clientId(provider.clientId())
                    .clientSecret(provider.clientSecret())
                    .scope("openid", "email")
                    .redirectUri(provider.returnPath())
                    .build();
            var places = registration.getProviderDetails();
            if (!Provider.isSafe(places.getAuthorizationUri()) || !Provider.isSafe(places.getTokenUri())) {
                throw new IllegalStateException("The metadata leads to what is not encrypted.");
            }
            return new Known(
                    registration, decoder(registration), clock.instant().plus(METADATA_IS_GOOD_FOR));
        } catch (RestClientException
                | IllegalArgumentException
                | IllegalStateException
                | MalformedURLException failure) {
            throw new ProviderSilent(failure);
        }
    }

    private JwtDecoder decoder(ClientRegistration registration) throws MalformedURLException {
        int patience = Math.toIntExact(PATIENCE.toMillis());
        var keys = JWKSourceBuilder.<SecurityContext>create(
                        URI.create(registration.getProviderDetails().getJwkSetUri())
                                .toURL(),
                        new StraightKeys(patience, MOST_BYTES))
                .build();
        // The enumeration holds the algorithms of key pairs only.
        var decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(algorithms -> algorithms.addAll(Set.of(SignatureAlgorithm.values())))
                .build();
        var times = new JwtTimestampValidator(SKEW);
        times.setClock(clock);
        var claims = new OidcIdTokenValidator(registration);
        claims.setClockSkew(SKEW);
        claims.setClock(clock);
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(Arrays.asList(times, claims)));
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        return decoder;
    }

    /// The person of a token; asks the provider for the e-mail address when the token does not hold it.
    private OidcUser person(OidcUserRequest request) {
        var token = request.getIdToken();
        @Nullable
        String place = request.getClientRegistration()
                .getProviderDetails()
                .getUserInfoEndpoint()
                .getUri();
        if (token.getEmail() != null || place == null) {
            return new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, token);
        }
        Map<String, Object> more = http.get()
                .uri(place)
                .headers(headers ->
                        headers.setBearerAuth(request.getAccessToken().getTokenValue()))
                .retrieve()
                .body(OBJECT);
        if (more == null || !Objects.equals(token.getSubject(), more.get("sub"))) {
            throw new OAuth2AuthenticationException("invalid_user_info_response");
        }
        return new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, token, new OidcUserInfo(more));
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /// A provider's metadata with what checks its tokens.
    private record Known(ClientRegistration registration, JwtDecoder decoder, Instant until) {}
}
