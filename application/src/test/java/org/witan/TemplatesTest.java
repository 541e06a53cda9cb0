package org.witan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Templates hold no words: all are in message files, and each that a template names is there.
class TemplatesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final List<String> MODULES = List.of(
            "site",
            "comparison",
            "sign-in",
            "administration",
            "work",
            "records",
            "trail",
            "api",
            "passkeys",
            "people",
            "risk",
            "meeting",
            "marac",
            "support",
            "hub",
            "voices",
            "notices",
            "priorities",
            "matac");
    private static final Pattern KEY = Pattern.compile("#\\{([a-zA-Z0-9.-]+)");

    @Test
    void templatesHoldNoWordsOfTheirOwn() throws IOException {
        for (Path template : templates()) {
            assertThat(words(Files.readString(template)))
                    .as(template.toString())
                    .isEmpty();
        }
        assertThat(words("<p th:text=\"#{a}\"></p><p>Words</p>")).isEqualTo("Words");
    }

    @Test
    void everyMessageThatATemplateNamesIsThere() throws IOException {
        var messages = new Properties();
        for (String module : MODULES) {
            try (var file = Files.newBufferedReader(
                    RESOURCES.resolve("messages/" + module + ".properties"), StandardCharsets.UTF_8)) {
                messages.load(file);
            }
        }
        var missing = new TreeSet<String>();
        for (Path template : templates()) {
            KEY.matcher(Files.readString(template))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !messages.containsKey(key))
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    /// Only through `th:action` does a form say for whom it was shown. Signing in and out is not done as anybody.
    @Test
    void everyFormThatIsSentSaysForWhomItWasShown() throws IOException {
        for (Path template : templates()) {
            if (!template.toString().contains("/site/signin/") && !template.endsWith("site/page.html")) {
                assertThat(silent(Files.readString(template)))
                        .as(template.toString())
                        .isEmpty();
            }
        }
        assertThat(silent("<form method=\"post\" action=\"/a\">")).hasSize(1);
    }

    private static List<String> silent(String template) {
        return Pattern.compile("<form[^>]*method=\"post\"[^>]*>")
                .matcher(template)
                .results()
                .map(found -> found.group())
                .filter(form -> !form.contains("th:action"))
                .toList();
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(RESOURCES.resolve("templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    /// What is left when comments and tags are taken away; a mark such as `!` is not a word.
    private static String words(String template) {
        return template.replaceAll("(?s)<!--.*?-->", "")
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("<[^>]*>", "")
                .replaceAll("[^A-Za-z]+", " ")
                .strip();
    }
}
