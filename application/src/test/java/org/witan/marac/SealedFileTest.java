package org.witan.marac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.witan.access.Refused;

/// A sealed file opens with its pass phrase and with nothing else, and any change of it is found.
class SealedFileTest {
    private static final byte[] CONTENT = "Invented: what one MARAC tells another.".getBytes(StandardCharsets.UTF_8);
    private static final String PHRASE = SealedFile.phrase();
    private static final String SEALED = SealedFile.seal(CONTENT, PHRASE);

    @Test
    void itOpensWithItsPassPhraseHoweverThatIsTyped() {
        assertThat(SealedFile.open(SEALED, PHRASE)).isEqualTo(CONTENT);
        String read = PHRASE.toLowerCase(Locale.ROOT).replace('-', ' ');
        assertThat(SealedFile.open(SEALED.replace("\r\n", "\n") + "\n\n", " " + read + " "))
                .isEqualTo(CONTENT);
    }

    @Test
    void itIsFoundInThePageAroundItAndAPageWithNoneIsRefused() {
        String page = "<!DOCTYPE html>\n<pre>\n" + SEALED + "</pre>\n<script>open()</script>";
        assertThat(SealedFile.open(page, PHRASE)).isEqualTo(CONTENT);
        assertRefused(page.replace(SEALED, ""), PHRASE, "marac.refused.transfer.no-file");
        assertRefused(page.replace("END OF TRANSFER", ""), PHRASE, "marac.refused.transfer.no-file");
    }

    @Test
    void noTwoFilesAndNoTwoPassPhrasesAreAlikeAndNothingCanBeReadInThem() {
        assertThat(SealedFile.seal(CONTENT, PHRASE)).isNotEqualTo(SEALED);
        assertThat(SEALED).doesNotContain("Invented");
        var phrases = new HashSet<String>();
        IntStream.range(0, 1000).forEach(_ -> phrases.add(SealedFile.phrase()));
        assertThat(phrases).hasSize(1000).allMatch(SealedFile::isPhrase);
        assertThat(SealedFile.isPhrase("AAAAA-AAAAA-AAAAA-AAAAA")).isFalse();
    }

    @Test
    void anotherPassPhraseOpensNothing() {
        assertRefused(SEALED, SealedFile.phrase(), "marac.refused.transfer.phrase");
        assertRefused(SEALED, "", "marac.refused.transfer.phrase");
    }

    @Test
    void anyLetterThatIsChangedIsFound() {
        int first = SEALED.indexOf('\n') + 1;
        int last = SEALED.indexOf("\r\nEND");
        IntStream.concat(IntStream.iterate(first, at -> at < last, at -> at + 7), IntStream.range(last - 6, last))
                .filter(at -> Character.isLetterOrDigit(SEALED.charAt(at)))
                .forEach(at -> {
                    char letter = SEALED.charAt(at);
                    // Also the neighbour, which may differ in bits alone that stand for nothing.
                    for (char other : new char[] {letter == 'A' ? 'B' : 'A', neighbour(letter)}) {
                        String changed = SEALED.substring(0, at) + other + SEALED.substring(at + 1);
                        assertThatThrownBy(() -> SealedFile.open(changed, PHRASE))
                                .as("letter %d of %d", at, last)
                                .isInstanceOf(Refused.class);
                    }
                });
    }

    private static char neighbour(char letter) {
        String all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        return all.charAt(all.indexOf(letter) ^ 1);
    }

    static Stream<String> noFiles() {
        return Stream.of(
                "",
                "a letter",
                "WITAN SEALED TRANSFER 1",
                "WITAN SEALED TRANSFER 1\nnot base 64!\nEND OF TRANSFER",
                "WITAN SEALED TRANSFER 1\nQUJD\nEND OF TRANSFER",
                SEALED.replace("TRANSFER 1", "TRANSFER 2"),
                SEALED.substring(0, SEALED.length() / 2));
    }

    @ParameterizedTest
    @MethodSource("noFiles")
    void whatIsNoSuchFileIsSaidToBeNone(String file) {
        assertRefused(file, PHRASE, "marac.refused.transfer.no-file");
    }

    @Test
    void whatIsTooLargeIsNotRead() {
        assertRefused(
                "WITAN SEALED TRANSFER 1\n" + "A".repeat(SealedFile.LARGEST) + "\nEND OF TRANSFER",
                PHRASE,
                "marac.refused.transfer.large");
    }

    private static void assertRefused(String file, String phrase, String reason) {
        assertThatThrownBy(() -> SealedFile.open(file, phrase))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
