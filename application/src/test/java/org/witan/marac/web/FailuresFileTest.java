package org.witan.marac.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.marac.Failures;
import org.witan.marac.Failures.Kind;
import org.witan.site.file.Format;

/// What goes to the steering group as a file holds no small number, and nothing that would tell one.
class FailuresFileTest extends RunningApplication {
    @Autowired
    private FailuresController failures;

    private String file(int times, Integer... numbers) {
        LocalDate day = LocalDate.of(2026, 11, 20);
        var one = new Failures.OfAgency(UUID.randomUUID(), "Invented Housing", byKind(numbers));
        var found = new Failures(day.minusYears(1), day, times, 5, List.of(one));
        return new String(Format.CSV.write(failures.sheet(found)), StandardCharsets.UTF_8);
    }

    private static Map<Kind, Integer> byKind(Integer... numbers) {
        var all = new EnumMap<Kind, Integer>(Kind.class);
        Iterator<Integer> next = List.of(numbers).iterator();
        for (Kind kind : Kind.values()) {
            all.put(kind, next.next());
        }
        return all;
    }

    @Test
    void numbersFromOneToFourAreSuppressed() {
        assertThat(file(5, 0, 1, 4, 5, 12))
                .contains("RESTRICTED", "\"Invented Housing\",0,\"suppressed\",\"suppressed\",5,12,\"Persistent\"");
    }

    @Test
    void thatItPersistsTellsNothingOfANumberThatIsSuppressed() {
        assertThat(file(3, 0, 3, 4, 0, 0)).contains("0,\"suppressed\",\"suppressed\",0,0,\"\"");
        assertThat(file(20, 0, 12, 0, 0, 0)).contains("0,12,0,0,0,\"\"");
    }
}
