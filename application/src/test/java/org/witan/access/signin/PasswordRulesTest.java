package org.witan.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A password is long and nobody guesses it. No kind of character is asked for.
class PasswordRulesTest {
    private static final List<String> PERSON =
            List.of("Invented Partnership of Borsetshire", "Wilhelmina", "Featherstonehaugh", "wilhelmina@example.org");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "purple ladder quietly sings",
                "kraftwerk-ohne-strom-7",
                "ein zwölf Rätsel 日本語 zählt",
                "vYq3 nnPz 88xw Lmt2"
            })
    void longOnesThatNobodyGuessesMayBeChosen(String password) {
        assertThat(rules(null).problem(password, PERSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "Password1234!",
                "123456789012",
                "qwertyuiop123",
                "aaaaaaaaaaaaaaaa",
                "Featherstonehaugh",
                "wilhelmina@example.org",
                "Wilhelmina2026!",
                "witan-witan-witan",
                "Borsetshire2026"
            })
    void commonOnesAndThoseCloseToThePersonAreRefused(String password) {
        assertThat(rules(null).problem(password, PERSON)).contains("guessable");
    }

    @Test
    void itsLengthIsCountedInCharactersAsPeopleSeeThem() {
        assertThat(rules(null).problem("", PERSON)).contains("missing");
        assertThat(rules(null).problem("eleven char", PERSON)).contains("short");
        assertThat(rules(null).problem("x".repeat(10_000), PERSON)).contains("long");
        assertThat(rules(null).problem("purple ladder quietly sings ".repeat(9), PERSON))
                .isEmpty();
    }

    @Test
    void onesOfThePartnershipsOwnListAreRefused() throws Exception {
        var lines = new ArrayList<String>();
        for (int i : IntStream.range(0, 500).toArray()) {
            lines.add(digest("invented breach number " + i) + ":" + i);
        }
        Path file = written(lines.stream().sorted().toList());
        for (int i : IntStream.range(0, 500).toArray()) {
            assertThat(rules(file).problem("invented breach number " + i, PERSON))
                    .as("number %d", i)
                    .contains("breached");
        }
        assertThat(rules(file).problem("purple ladder quietly sings", PERSON)).isEmpty();
    }

    private Path written(List<String> lines) throws IOException {
        return Files.writeString(folder.resolve("known"), String.join("\r\n", lines));
    }

    private static String digest(String text) throws Exception {
        byte[] bytes = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static PasswordRules rules(@Nullable Path known) {
        return new PasswordRules(new SignInSettings(false, known));
    }
}
