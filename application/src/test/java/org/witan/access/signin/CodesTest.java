package org.witan.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Codes are those of RFC 6238, and clocks may differ by half a minute.
class CodesTest {
    private static final SecretKeySpec SECRET =
            Codes.secret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    /// The last six digits of the eight in the RFC's appendix B.
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "20000000000, 353130"})
    void areThoseOfTheStandard(long second, String code) {
        assertThat(Codes.at(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void aClockThatIsHalfAMinuteOffIsForgiven() {
        long step = NOW.getEpochSecond() / 30;
        for (int skew = -1; skew <= 1; skew++) {
            assertThat(Codes.step(SECRET, Codes.at(SECRET, NOW.plusSeconds(skew * 30L)), NOW))
                    .isEqualTo(OptionalLong.of(step + skew));
        }
        assertThat(Codes.step(SECRET, Codes.at(SECRET, NOW.plusSeconds(60)), NOW))
                .isEmpty();
        assertThat(Codes.step(SECRET, Codes.at(SECRET, NOW.minusSeconds(60)), NOW))
                .isEmpty();
    }

    @Test
    void theSecretIsSpelledAsAppsReadIt() {
        assertThat(Codes.letters(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
