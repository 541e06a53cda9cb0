package org.witan.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

/// A password is hidden while it is typed, may be pasted or filled in, is read to the letter and is never shown again.
class PasswordFieldTest {
    private static final String TYPED = "  Purple Ladder, quietly  ";
    private final Form form = Form.sent(wording(), "sample", Map.of("password", List.of(TYPED)));

    @Test
    void itIsHiddenAndNeverShownAgain() {
        var field = form.password("password", "new-password");
        assertThat(field.type()).isEqualTo("password");
        assertThat(field.value()).isEmpty();
        assertThat(field.values()).doesNotContain(TYPED);
    }

    @Test
    void itIsReadToTheLetter() {
        assertThat(form.verbatim("password")).isEqualTo(TYPED);
    }

    @Test
    void aPasswordManagerMayFillItInAndNothingForbidsPasting() throws IOException {
        assertThat(form.password("password", "new-password").autocomplete()).isEqualTo("new-password");
        assertThat(Files.readString(Path.of("src/main/resources/templates/components/field.html")))
                .contains("th:type=\"${field.type}\"", "th:autocomplete=\"${field.autocomplete}\"")
                .doesNotContainIgnoringCase("onpaste")
                .doesNotContain("maxlength", "autocomplete=\"off\"");
    }

    private static Wording wording() {
        var messages = new StaticMessageSource();
        messages.addMessage("sample.password", Locale.UK, "Password");
        return new Wording(messages);
    }
}
