package org.witan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");

    @Test
    void theReadmeIsReadToItsEnd() {
        String readme = Checkout.text(Checkout.ROOT.resolve("README.md"));
        assertThat(readme.lines().count()).isLessThan(80);
        assertThat(readme).contains("./witan demo", "./witan verify", "synthetic", "Apache-2.0", "CONTRIBUTING.md");
    }

    @Test
    void everyLinkLeadsToAFile() {
        assertThat(Checkout.files(Checkout.ROOT, ".md").stream().flatMap(DocumentsTest::brokenLinks))
                .isEmpty();
    }

    @Test
    void theLicenceIsTheWholeText() {
        assertThat(Checkout.text(Checkout.ROOT.resolve("LICENSE")))
                .contains("Apache License", "Version 2.0, January 2004", "END OF TERMS AND CONDITIONS");
    }

    @Test
    void noPictureFetchesAnythingFromElsewhere() {
        assertThat(Checkout.files(Checkout.ROOT.resolve("docs"), ".svg"))
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(Checkout.text(picture))
                        .doesNotContain("<script", "<image", "href=")
                        .contains("<title"));
    }

    private static Stream<String> brokenLinks(Path document) {
        return LINK.matcher(Checkout.text(document))
                .results()
                .map(result -> result.group(1))
                .filter(link -> !link.contains("://") && !link.startsWith("mailto:"))
                .filter(link -> !Files.exists(document.resolveSibling(link).normalize()))
                .map(link -> Checkout.ROOT.relativize(document) + " -> " + link);
    }
}
