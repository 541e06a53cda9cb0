package org.witan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Text that somebody typed is text wherever it is shown, and no template is made of it.
class SafeTemplatesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");

    /// The one place beyond the site is where "Exit this page" leads.
    private static final List<Pattern> UNSAFE = List.of(
            Pattern.compile("th:utext=\"(?!\\$\\{picture\\.svg}\")"),
            Pattern.compile("\\[\\("),
            Pattern.compile("__[$*#]\\{"),
            Pattern.compile("\\son[a-z]+=", Pattern.CASE_INSENSITIVE),
            Pattern.compile("\\sstyle=", Pattern.CASE_INSENSITIVE),
            Pattern.compile("<script(?![^>]*\\ssrc=|[^>]*\\sth:src=)", Pattern.CASE_INSENSITIVE),
            Pattern.compile("<(style|iframe|object|embed|base)\\b", Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "(href|src|action)=\"(javascript|data|https?):(?!//www\\.bbc\\.co\\.uk/weather\")",
                    Pattern.CASE_INSENSITIVE));
    private static final List<Pattern> UNSAFE_SCRIPT = List.of(
            Pattern.compile("\\b(innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval|Function)\\b"),
            Pattern.compile("\\b(localStorage|indexedDB|document\\.cookie)\\b"),
            // Nothing is kept on a machine that others may use, but what waits for the network, encrypted: by
            // unsent.js.
            Pattern.compile(
                    "\\bsessionStorage\\b"
                            + "(?!\\.(?:getItem|removeItem)\\(NAME\\)|\\.setItem\\(NAME, text\\(iv\\) \\+ \"\\.\" \\+ text\\(box\\)\\))"),
            // Tabs of the site may talk by a channel that no other site can reach; windows may not.
            Pattern.compile("\\b(window|self|parent|opener|top|source|contentWindow)\\??\\.postMessage\\b"),
            Pattern.compile("(^|\\bwindow\\.|\\bself\\.|[;{]\\s*)addEventListener\\([\"']message"),
            Pattern.compile("__proto__|\\.prototype\\b"),
            Pattern.compile("https?://"));

    @Test
    void everyTemplateShowsTextAsText() throws IOException {
        var templates = files("templates", ".html");
        assertThat(templates).hasSizeGreaterThan(5);
        for (Path template : templates) {
            assertThat(found(UNSAFE, Files.readString(template)))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    @Test
    void scriptsWriteNoHtml() throws IOException {
        var scripts = Stream.concat(files("static", ".js").stream(), files("marac", ".js").stream())
                .toList();
        assertThat(scripts).hasSizeGreaterThan(5).anyMatch(script -> script.endsWith("sealed-page.js"));
        for (Path script : scripts) {
            assertThat(found(UNSAFE_SCRIPT, Files.readString(script)))
                    .as(script.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:utext=\"${page.words}\">",
                "<p>[(${page.words})]</p>",
                "<p th:text=\"__${page.words}__\">",
                "<p onclick=\"go()\">",
                "<p style=\"color: red\">",
                "<script>go()</script>",
                "<iframe src=\"/a\">",
                "<a href=\"javascript:go()\">",
                "<script src=\"https://example.org/a.js\">"
            })
    void anUnsafeTemplateIsFound(String template) {
        assertThat(found(UNSAFE, template)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "part.innerHTML = words;",
                "eval(words);",
                "window.addEventListener('message', take);",
                "parent.postMessage(words, '*');",
                "localStorage.setItem(\"a\", words);",
                "sessionStorage.setItem(NAME, words);",
                "Object.prototype.a = 1;"
            })
    void anUnsafeScriptIsFound(String script) {
        assertThat(found(UNSAFE_SCRIPT, script)).isNotEmpty();
    }

    private static List<String> found(List<Pattern> unsafe, String text) {
        return unsafe.stream()
                .flatMap(pattern -> pattern.matcher(text).results())
                .map(found -> found.group())
                .toList();
    }

    private static List<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
