package org.witan.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.witan.WitanApplication;

/// Where the server may listen, and what it says when it may not.
class SafeToListenTest {
    private static final String SITE = "witan.address=https://marac.example.org";

    static final List<List<String>> ACCEPTED = List.of(
            List.of("server.address=127.0.0.1"),
            List.of("server.address=127.0.0.2"),
            List.of("server.address=::1"),
            List.of("server.address=localhost", "witan.demo=true"),
            List.of("server.address=127.0.0.1", SITE),
            List.of("server.address=127.0.0.1", "witan.behind-proxy=true", SITE),
            List.of("server.address=0.0.0.0", "server.ssl.bundle=site", SITE),
            List.of("server.address=0.0.0.0", "server.ssl.key-store=keys.p12", SITE),
            List.of("server.address=10.0.0.1", "server.ssl.certificate=site.pem", SITE + ":8443/"),
            List.of("server.address=10.0.0.1", "server.ssl.bundle=site", "witan.behind-proxy=true", SITE));

    static final List<List<String>> REFUSED = List.of(
            List.of("server.address=0.0.0.0", "server.ssl.bundle"),
            List.of("server.address=::", "witan.behind-proxy"),
            List.of("server.address=10.0.0.1", "witan.behind-proxy=true", SITE, "a proxy on another machine"),
            List.of("server.address=10.0.0.1", SITE, "server.ssl.bundle"),
            List.of("server.address=192.168.1.5", "127.0.0.1"),
            List.of("server.address=", "127.0.0.1"),
            List.of("server.address= ", "127.0.0.1"),
            List.of("server.address=no such host", "127.0.0.1"),
            List.of("server.address=0.0.0.0", "server.ssl.bundle=site", "server.ssl.enabled=false", SITE, "encrypts"),
            List.of("server.address=0.0.0.0", "server.ssl.bundle=", SITE, "encrypts"),
            List.of("server.address=0.0.0.0", "server.ssl.bundle=site", "Set witan.address"),
            List.of("server.address=0.0.0.0", "server.ssl.bundle=a", "witan.behind-proxy=true", "Set witan.address"),
            List.of("server.address=127.0.0.1", "witan.behind-proxy=true", "Set witan.address"),
            List.of("server.address=127.0.0.1", "server.forward-headers-strategy=framework", "witan.behind-proxy"),
            List.of("server.address=0.0.0.0", "server.ssl.bundle=site", SITE, "witan.demo=true", "witan.demo"),
            List.of("server.address=127.0.0.1", "witan.behind-proxy=true", SITE, "witan.demo=true", "witan.demo"),
            List.of("server.address=127.0.0.1", "witan.address=http://marac.example.org", "begins with https"),
            List.of("server.address=127.0.0.1", "witan.address=marac.example.org", "begins with https"),
            List.of("server.address=127.0.0.1", "witan.address=https://", "begins with https"),
            List.of("server.address=127.0.0.1", "witan.address=https://a b", "begins with https"),
            List.of("server.address=127.0.0.1", "witan.address=https://me:pw@example.org", "begins with https"),
            List.of("server.address=127.0.0.1", "witan.address=https://example.org/witan", "has no path"));

    @ParameterizedTest
    @FieldSource("ACCEPTED")
    void acceptsThisMachineOrAnEncryptedSiteWithAName(List<String> settings) {
        assertThat(Listening.as(environment(settings)).refusal()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("REFUSED")
    void refusesAnythingElseInOneLineThatSaysWhatToSet(List<String> settings) {
        assertThat(Listening.as(environment(settings.subList(0, settings.size() - 1)))
                        .refusal())
                .hasValueSatisfying(
                        line -> assertThat(line).contains(settings.getLast()).doesNotContain("\n", "me:pw"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.0.0.1", ""})
    void theApplicationItselfRefusesBeforeAnythingListens(String address) {
        var application = new SpringApplication(WitanApplication.class);
        assertThatThrownBy(() -> application.run("--server.address=" + address, "--server.port=0"))
                .isInstanceOf(RefusedToStart.class)
                .message()
                .contains("127.0.0.1")
                .doesNotContain("\n");
    }

    @Test
    void aProxyIsBelievedOnlyWhenItIsDeclaredAndCookiesThenNeedEncryption() {
        assertThat(settled("server.address=127.0.0.1", "witan.behind-proxy=true", SITE))
                .containsEntry("server.forward-headers-strategy", "native")
                .containsEntry("server.servlet.session.cookie.secure", "true");
        assertThat(settled("server.address=0.0.0.0", "server.ssl.bundle=site", SITE))
                .doesNotContainKey("server.forward-headers-strategy")
                .containsEntry("server.servlet.session.cookie.secure", "true");
        assertThat(settled("server.address=127.0.0.1")).isEmpty();
    }

    private static Map<String, String> settled(String... settings) {
        var environment = environment(List.of(settings));
        var guard = new SafeToListen();
        guard.setEnvironment(environment);
        guard.postProcessBeanFactory(new DefaultListableBeanFactory());
        var found = new HashMap<String, String>();
        Stream.of("server.forward-headers-strategy", "server.servlet.session.cookie.secure")
                .filter(environment::containsProperty)
                .forEach(key -> found.put(key, environment.getRequiredProperty(key)));
        return found;
    }

    private static StandardEnvironment environment(List<String> settings) {
        var values = new HashMap<String, Object>();
        settings.forEach(setting -> {
            int equals = setting.indexOf('=');
            values.put(setting.substring(0, equals), setting.substring(equals + 1));
        });
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", values));
        return environment;
    }
}
