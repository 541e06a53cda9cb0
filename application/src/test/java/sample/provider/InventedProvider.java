package sample.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/// A real provider of OpenID Connect with a form to sign in, an application of its own on its own port. Everybody's
/// password is `invented`, and everybody's name is their e-mail address. It can be made to misbehave.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
public class InventedProvider {
    public static final String SECRET = "an-invented-secret-of-more-than-32-bytes";
    private static final AtomicReference<Mischief> MISCHIEF = new AtomicReference<>(Mischief.NONE);
    private static final int PORT = freePort();

    /// Its address, also before it runs.
    public static String issuer() {
        return "http://localhost:" + PORT;
    }

    /// Makes it misbehave from now on.
    public static void does(Mischief mischief) {
        MISCHIEF.set(mischief);
    }

    /// Starts it.
    ///
    /// @param returns where it may send people back to
    public static ConfigurableApplicationContext start(String... returns) {
        var provider = new SpringApplication(InventedProvider.class);
        provider.setDefaultProperties(Map.of(
                "spring.config.name", "invented-provider",
                "server.address", "127.0.0.1",
                "server.port", Integer.toString(PORT),
                "spring.main.banner-mode", "off",
                "logging.level.root", "warn",
                "returns", String.join(",", returns)));
        return provider.run();
    }

    /// Below the ports that the system gives to outgoing connections, so that none takes it before the provider starts.
    private static int freePort() {
        for (int attempt = 0; attempt < 50; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException _) {
                // Somebody else has it.
            }
        }
        throw new UncheckedIOException(new IOException("no free port"));
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        var server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(server.getEndpointsMatcher())
                .with(server, one -> one.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    @Bean
    UserDetailsService everybody() {
        return name -> User.withUsername(name).password("{noop}invented").build();
    }

    @Bean
    RegisteredClientRepository sites(Environment settings) {
        var site = RegisteredClient.withId(UUID.randomUUID().toString())
                .clientId("witan")
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(all -> all.addAll(
                        Arrays.asList(settings.getRequiredProperty("returns").split(","))))
                .scope("openid")
                .scope("email")
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
        return new InMemoryRegisteredClientRepository(site);
    }

    @Bean
    AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder().issuer(issuer()).build();
    }

    @Bean
    JWKSource<SecurityContext> keys() throws JOSEException {
        return new ImmutableJWKSet<>(new JWKSet(key()));
    }

    private static RSAKey key() throws JOSEException {
        return new RSAKeyGenerator(2048).keyID("invented").generate();
    }

    @Bean
    JwtEncoder encoder(JWKSource<SecurityContext> keys) throws JOSEException {
        var honest = new NimbusJwtEncoder(keys);
        var forger = new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(key())));
        return wanted -> switch (MISCHIEF.get()) {
            case SIGNED_BY_ANOTHER_KEY -> forger.encode(wanted);
            case SIGNED_BY_THE_SHARED_SECRET -> signedBySecret(wanted);
            case NOT_SIGNED -> token(new PlainJWT(claims(wanted)).serialize(), "none", wanted);
            default -> honest.encode(wanted);
        };
    }

    private static Jwt signedBySecret(JwtEncoderParameters wanted) {
        try {
            var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(wanted));
            token.sign(new MACSigner(SECRET));
            return token(token.serialize(), "HS256", wanted);
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static JWTClaimsSet claims(JwtEncoderParameters wanted) {
        var claims = new JWTClaimsSet.Builder();
        wanted.getClaims()
                .getClaims()
                .forEach((name, value) -> claims.claim(name, value instanceof Instant at ? Date.from(at) : value));
        return claims.build();
    }

    private static Jwt token(String text, String algorithm, JwtEncoderParameters wanted) {
        return new Jwt(
                text,
                wanted.getClaims().getIssuedAt(),
                wanted.getClaims().getExpiresAt(),
                Map.of("alg", algorithm),
                wanted.getClaims().getClaims());
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> whatTokensSay() {
        return token -> {
            if (token.getTokenType().getValue().equals("id_token")) {
                var claims = token.getClaims();
                claims.claim("email", token.getPrincipal().getName()).claim("email_verified", true);
                spoil(claims, Instant.now());
            }
        };
    }

    private static void spoil(JwtClaimsSet.Builder claims, Instant now) {
        switch (MISCHIEF.get()) {
            case EXPIRED -> claims.issuedAt(now.minusSeconds(600)).expiresAt(now.minusSeconds(90));
            case A_LITTLE_LATE -> claims.issuedAt(now.minusSeconds(600)).expiresAt(now.minusSeconds(30));
            case FROM_THE_FUTURE -> claims.issuedAt(now.plusSeconds(90)).expiresAt(now.plusSeconds(600));
            case OTHER_NONCE -> claims.claim("nonce", "another");
            case OTHER_AUDIENCE -> claims.audience(List.of("another-site"));
            case OTHER_ISSUER -> claims.issuer("http://localhost:1");
            case EMAIL_NOT_VERIFIED -> claims.claim("email_verified", false);
            case SAYS_NOT_WHEN -> claims.claims(all -> all.remove("auth_time"));
            case PROVED_AN_HOUR_AGO -> claims.claim("auth_time", Date.from(now.minusSeconds(3_600)));
            case PROVED_YESTERDAY -> claims.claim("auth_time", Date.from(now.minusSeconds(86_400)));
            case NONE, SIGNED_BY_ANOTHER_KEY, SIGNED_BY_THE_SHARED_SECRET, NOT_SIGNED -> {
                // The signature is spoilt elsewhere, or nothing is.
            }
        }
    }
}
