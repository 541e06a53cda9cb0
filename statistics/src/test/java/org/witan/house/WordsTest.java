package org.witan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Path GLOSSARY = Checkout.ROOT.resolve("docs/glossary.md");
    private static final BannedWords BANNED = BannedWords.of(Checkout.text(GLOSSARY));

    @Test
    void codeMessagesAndPagesUseTheWordsOfTheGlossary() {
        List<Path> files = Stream.of("linkage", "statistics", "application", "benchmarks")
                .map(module -> Checkout.ROOT.resolve(module).resolve("src/main"))
                .filter(Files::isDirectory)
                .flatMap(folder -> Checkout.files(folder, ".java", ".properties", ".html", ".sql").stream())
                .toList();
        assertThat(files).hasSizeGreaterThan(20);
        assertThat(files.stream().flatMap(WordsTest::uses)).isEmpty();
    }

    @Test
    void documentsUseTheWordsOfTheGlossary() {
        List<Path> files = Checkout.files(Checkout.ROOT, ".md");
        assertThat(files).contains(GLOSSARY);
        assertThat(files.stream().filter(file -> !file.equals(GLOSSARY)).flatMap(WordsTest::uses))
                .isEmpty();
    }

    @Test
    void theGlossaryBansWhatWeAgreedToBan() {
        assertThat(BANNED.words().stream().map(BannedWords.Word::word))
                .contains("client", "offender", "domestic violence");
    }

    @Test
    void aBannedWordIsFoundWhereverItStands() {
        Path file = Path.of("Page.java");
        for (String line : Set.of("The client agreed.", "clients = 3", "Client's wish", "\"client\"", "the_client")) {
            assertThat(BANNED.usesIn(file, "Fine.\n" + line))
                    .as(line)
                    .hasSize(1)
                    .first()
                    .asString()
                    .startsWith("Page.java:2");
        }
    }

    @Test
    void theNameOfAProgramIsNoBannedWord() {
        Path file = Path.of("Page.java");
        for (String line :
                Set.of("an HTTP client", "JdbcClient jdbc", "import java.net.http.HttpClient;", "clientele")) {
            assertThat(BANNED.usesIn(file, line)).as(line).isEmpty();
        }
    }

    @Test
    void anAllowedNameDoesNotHideABannedWordBesideIt() {
        assertThat(BANNED.usesIn(Path.of("Page.java"), "the JdbcClient reads the client"))
                .hasSize(1);
    }

    private static Stream<String> uses(Path file) {
        return BANNED.usesIn(Checkout.ROOT.relativize(file), Checkout.text(file)).stream();
    }
}
