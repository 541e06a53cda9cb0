package org.witan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionsTest {
    private static final Path FOLDER = Checkout.ROOT.resolve("docs/decisions");
    private static final List<Path> DECISIONS = Checkout.files(FOLDER, ".md").stream()
            .filter(file -> !file.endsWith("README.md"))
            .toList();

    @Test
    void decisionsAreNumberedWithoutTwins() {
        assertThat(DECISIONS).hasSizeGreaterThanOrEqualTo(8);
        // Work that goes on side by side takes numbers from ranges of its own, so there may be gaps.
        assertThat(DECISIONS.stream().map(file -> name(file).substring(0, 5)))
                .allMatch(number -> number.matches("\\d{4}-"))
                .doesNotHaveDuplicates();
    }

    @Test
    void eachTitleSaysItsNumberAndIsItsOwn() {
        for (Path decision : DECISIONS) {
            int number = Integer.parseInt(name(decision).substring(0, 4));
            assertThat(title(decision))
                    .as(name(decision))
                    .matches("# " + number + "\\. [A-Z].{8,}")
                    .doesNotContainIgnoringCase("title");
        }
        assertThat(DECISIONS.stream().map(file -> title(file).replaceFirst("# \\d+\\. ", "")))
                .doesNotHaveDuplicates();
    }

    @Test
    void eachDecisionGivesItsContextAndItsConsequences() {
        for (Path decision : DECISIONS) {
            assertThat(Checkout.text(decision).lines().filter(line -> line.startsWith("## ")))
                    .as(name(decision))
                    .containsExactly("## Context", "## Decision", "## Consequences");
            assertThat(Checkout.text(decision)).as(name(decision)).containsPattern("(?m)^(Accepted|Replaced)");
        }
    }

    @Test
    void theIndexListsEachDecisionByItsTitle() {
        String index = Checkout.text(FOLDER.resolve("README.md"));
        for (Path decision : DECISIONS) {
            String title = title(decision).replaceFirst("# \\d+\\. ", "");
            assertThat(index).contains("(" + name(decision) + ") | " + title + " |");
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String title(Path file) {
        return Checkout.text(file).lines().findFirst().orElse("");
    }
}
