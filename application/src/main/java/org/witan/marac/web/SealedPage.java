package org.witan.marac.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import org.witan.site.Wording;

/// Makes of a sealed text one page that opens by itself in an ordinary browser, without Witan and without a network: a
/// coordinator of another area types the pass phrase and reads and prints what was sealed.
///
/// The page may run its own script and wear its own style, each named by its digest, and may fetch and send nothing. It
/// holds nothing in clear but words that are the same for every transfer.
@Component
class SealedPage {
    private static final List<String> WORDS = List.of(
            "title", "no-script", "text", "missing", "wrong", "old", "phrase", "hint", "open", "shown", "print");
    private final String page;

    SealedPage(Wording words) {
        String style = read("marac/sealed-page.css");
        String script = read("marac/sealed-page.js");
        String made = read("marac/sealed-page.html");
        for (String one : WORDS) {
            made = put(made, one, HtmlUtils.htmlEscape(words.the("marac.sealed." + one), "UTF-8"));
        }
        made = put(made, "style-digest", digest(style));
        made = put(made, "script-digest", digest(script));
        page = put(put(made, "style", style), "script", script);
    }

    /// The page around a sealed text, which is letters, digits and blanks and needs no care.
    byte[] around(byte[] sealed) {
        String text = new String(sealed, StandardCharsets.US_ASCII).replace("\r", "");
        return put(page, "sealed", text.strip()).getBytes(StandardCharsets.UTF_8);
    }

    private static String put(String all, String name, String what) {
        return all.replace("{{" + name + "}}", what);
    }

    private static String read(String name) {
        try {
            return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /// What names a script or a style to the browser.
    private static String digest(String text) {
        try {
            byte[] made = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(made);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
