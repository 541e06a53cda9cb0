package org.witan.site;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.witan.RunningApplication;

/// Nobody writes an entry of the log by what they send.
class LogLayoutTest extends RunningApplication {
    private static final String FORGED = "2026-03-03T09:00:00.000Z  INFO 1 --- forged";
    private static final List<String> BREAKS = List.of("\n", "\r", "\r\n", "\u0085", "\u2028", "\u2029");

    @Test
    void aMessageIsOneLineWhateverItHolds() {
        for (String breaking : BREAKS) {
            String written = written("invented" + breaking + FORGED, null);
            assertThat(written).contains("invented " + FORGED).endsWith(System.lineSeparator());
            assertThat(written.lines()).hasSize(1);
        }
    }

    @Test
    void theTextOfAnExceptionBeginsNoEntry() {
        for (String breaking : BREAKS) {
            var failure = new IllegalStateException(
                    "invented" + breaking + FORGED, new IllegalArgumentException("cause" + breaking + FORGED));
            String written = written("failed", failure);
            assertThat(written).contains("IllegalStateException: invented", "Caused by: java.lang.IllegalArgument");
            assertThat(written.split("\\R"))
                    .as(written)
                    .satisfies(lines -> assertThat(lines[0]).endsWith(": failed"))
                    .satisfies(lines -> assertThat(List.of(lines).subList(1, lines.length))
                            .allMatch(line -> line.isEmpty() || line.startsWith("  | ")));
        }
    }

    @Test
    void anEntrySaysWhenAndHowBad() {
        assertThat(written("plain", null))
                .matches("(?s)\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ +WARN .* : plain\\R");
    }

    /// As the application's own appender writes it.
    private static String written(String message, @Nullable Throwable failure) {
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var console = (OutputStreamAppender<ILoggingEvent>) root.getAppender("CONSOLE");
        var event = new LoggingEvent("", root, Level.WARN, message, failure, null);
        return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
