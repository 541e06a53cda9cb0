package org.witan.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A password is compared to the letter, however long it is, and kept as a digest that says how it was made.
class PasswordsTest {
    private static final String LONG = "Purple Ladder quietly sings and nobody hears it under the seventh bridge of"
            + " Borsetshire, where the river has no name at all";
    private static final Passwords PASSWORDS = new Passwords();
    private static final String DIGEST = PASSWORDS.encode(LONG);

    @Test
    void itself() {
        assertThat(PASSWORDS.fits(LONG, DIGEST)).isTrue();
        assertThat(PASSWORDS.stronger(LONG, DIGEST)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 12, 64, 71, 72, 73, 100})
    void noneThatIsCutOff(int length) {
        assertThat(PASSWORDS.fits(LONG.substring(0, length), DIGEST)).isFalse();
    }

    @Test
    void noneWithAnotherCaseABlankMoreOrALastLetterChanged() {
        assertThat(PASSWORDS.fits(LONG.toLowerCase(Locale.ROOT), DIGEST)).isFalse();
        assertThat(PASSWORDS.fits(LONG + " ", DIGEST)).isFalse();
        assertThat(PASSWORDS.fits(" " + LONG, DIGEST)).isFalse();
        assertThat(PASSWORDS.fits(LONG.substring(0, LONG.length() - 1) + "L", DIGEST))
                .isFalse();
    }

    @Test
    void aDigestSaysItsMethodAndNeverComesTwice() {
        assertThat(DIGEST).startsWith("{pbkdf2-sha512-220000}").doesNotContain("Purple");
        assertThat(PASSWORDS.encode(LONG)).isNotEqualTo(DIGEST);
        assertThat(PASSWORDS.fits(LONG, null)).isFalse();
    }
}
