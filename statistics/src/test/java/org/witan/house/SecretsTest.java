package org.witan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// No secret lies in the repository: keys are made where Witan runs, and passwords of tests are made by the tests.
class SecretsTest {
    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY"),
            Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
            Pattern.compile("\\bgh[pousr]_[A-Za-z0-9]{30,}\\b"),
            Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{15,}\\.eyJ[A-Za-z0-9_-]{15,}\\."),
            Pattern.compile(
                    "(?i)\\b(password|secret|token|api-?key)\\s*[=:]\\s*(?!\\$)[A-Za-z0-9+/_-]{16,}={0,2}\\s*$"),
            Pattern.compile("jdbc:postgresql://[^\\s\"]*password=[^&\\s\"$<…{]+"));

    @Test
    void theRepositoryHoldsNoSecret() {
        List<Path> files = Checkout.files(
                Checkout.ROOT,
                ".java",
                ".properties",
                ".yml",
                ".yaml",
                ".json",
                ".xml",
                ".md",
                ".sql",
                ".html",
                ".js",
                ".sh",
                "witan",
                "run",
                ".pem",
                ".key",
                ".p12",
                ".jks",
                ".env");
        assertThat(files).hasSizeGreaterThan(200);
        assertThat(files.stream()
                        .filter(file -> !file.endsWith("SecretsTest.java"))
                        .flatMap(SecretsTest::secretsIn))
                .isEmpty();
        assertThat(files.stream().map(String::valueOf).filter(name -> name.matches(".*\\.(pem|key|p12|jks|env)")))
                .as("files that usually hold keys")
                .isEmpty();
    }

    static Stream<String> samples() {
        String many = "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3z";
        return Stream.of(
                "-----BEGIN " + "RSA PRIVATE KEY-----",
                "AKIA" + "ABCDEFGHIJKLMNOP",
                "ghp_" + many,
                "xoxb-" + "123456789012",
                "eyJ" + many + ".eyJ" + many + ".",
                "witan.database.password=" + many,
                "api-key: " + many,
                "jdbc:postgresql://db/witan?user=a&password=" + "hunter2");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSecretIsFound(String line) {
        assertThat(SECRETS.stream().anyMatch(secret -> secret.matcher(line).find()))
                .isTrue();
    }

    private static Stream<String> secretsIn(Path file) {
        try {
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
            return lines.stream()
                    .filter(line -> SECRETS.stream()
                            .anyMatch(secret -> secret.matcher(line).find()))
                    .map(_ -> Checkout.ROOT.relativize(file).toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
