package org.witan.site.api;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.witan.access.systems.Credential;
import org.witan.access.systems.Tokens;

/// The security chains of the API, before that of the pages: one for the path that gives tokens, one for all others.
///
/// The library could do far more than give a token for a secret. Its other ways in are taken out of the first chain,
/// and its other paths are in no chain: they are not found.
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain tokenPath(
            HttpSecurity http, TokenSeekers seekers, TokenKeeping keeping, TokenErrors errors, Clock clock) {
        return bare(http)
                .securityMatchers(path -> path.requestMatchers(HttpMethod.POST, ApiOrigin.TOKEN_PATH))
                .with(
                        new OAuth2AuthorizationServerConfigurer(),
                        server -> server.registeredClientRepository(seekers)
                                .authorizationService(keeping)
                                .authorizationServerSettings(AuthorizationServerSettings.builder()
                                        .tokenEndpoint(ApiOrigin.TOKEN_PATH)
                                        .build())
                                .tokenGenerator(generator(clock))
                                .clientAuthentication(proof -> proof.errorResponseHandler(errors)
                                        .authenticationConverters(ways -> ways.removeIf(
                                                way -> !(way instanceof ClientSecretBasicAuthenticationConverter)))
                                        .authenticationProviders(ways -> ways.removeIf(way -> !comparesDigests(way))))
                                .tokenEndpoint(giving -> giving.errorResponseHandler(errors)
                                        .accessTokenRequestConverters(ways -> ways.removeIf(way ->
                                                !(way instanceof OAuth2ClientCredentialsAuthenticationConverter)))
                                        .authenticationProviders(ways -> ways.removeIf(way -> !asksForScopes(way)))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(errors))
                .build();
    }

    @Bean
    @Order(11)
    SecurityFilterChain apiPaths(HttpSecurity http, BearerTokens bearers) {
        return bare(http)
                .securityMatchers(paths -> paths.requestMatchers("/api/*/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/v1/openapi.json")
                        .permitAll()
                        .requestMatchers("/api/v1/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .oauth2ResourceServer(
                        tokens -> tokens.authenticationManagerResolver(bearers).authenticationEntryPoint(bearers))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(bearers))
                .build();
    }

    /// No session, no cookie, no page of the library's own.
    private static HttpSecurity bare(HttpSecurity http) {
        return http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable);
    }

    private static boolean comparesDigests(Object way) {
        if (way instanceof ClientSecretAuthenticationProvider secrets) {
            secrets.setPasswordEncoder(new SecretDigests());
            return true;
        }
        return false;
    }

    private static boolean asksForScopes(Object way) {
        if (way instanceof OAuth2ClientCredentialsAuthenticationProvider giving) {
            giving.setAuthenticationValidator(
                    new OAuth2ClientCredentialsAuthenticationValidator().andThen(ApiSecurity::someScope));
            return true;
        }
        return false;
    }

    /// A system says what it needs; a token for everything it may ever do is a habit that leaks.
    private static void someScope(OAuth2ClientCredentialsAuthenticationContext asked) {
        OAuth2ClientCredentialsAuthenticationToken request = asked.getAuthentication();
        if (request.getScopes().isEmpty()) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_SCOPE);
        }
    }

    private static OAuth2TokenGenerator<OAuth2AccessToken> generator(Clock clock) {
        return context -> OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType()) ? token(context, clock) : null;
    }

    private static OAuth2AccessToken token(OAuth2TokenContext context, Clock clock) {
        Instant now = clock.instant();
        return new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                Credential.newToken(),
                now,
                now.plus(Tokens.LIFE),
                context.getAuthorizedScopes());
    }
}
