package org.witan.marac.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.witan.RunningApplication;
import org.witan.marac.ComparedReturn;
import org.witan.marac.DataReturn;
import org.witan.marac.DataReturn.Count;
import org.witan.marac.RepeatDefinition;
import org.witan.marac.ReturnCell;
import org.witan.site.Days;
import org.witan.site.file.Sheet;

/// A file of the return says by what its repeats were decided, and nothing of how many where that is suppressed.
class ReturnFileTest extends RunningApplication {
    private static final String NOT_TOLD = "by the definition that was in force then";

    @Autowired
    private ReturnFile file;

    @Autowired
    private Days days;

    /// The lines of a file of one meeting that heard 40 cases.
    private String of(int byAnyAbuse, int byCrime) {
        var counts = Map.of(ReturnCell.CASES, new Count(40, 0), ReturnCell.REPEATS, new Count(byAnyAbuse + byCrime, 0));
        var row = new DataReturn.Row(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Invented board",
                days.today().minusDays(40),
                false,
                new DataReturn.Counts(counts));
        var counted = new DataReturn(days.today().minusDays(90), days.today().minusDays(1), List.of(row), "");
        var repeats = new EnumMap<RepeatDefinition, Integer>(RepeatDefinition.class);
        if (byAnyAbuse > 0) {
            repeats.put(RepeatDefinition.ANY_ABUSE, byAnyAbuse);
        }
        if (byCrime > 0) {
            repeats.put(RepeatDefinition.WOULD_BE_A_CRIME, byCrime);
        }
        var lines = new ArrayList<String>();
        for (List<Sheet.Cell> line :
                file.of(new ComparedReturn(counted, repeats, true, null, null)).rows()) {
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }

    @Test
    void theDefinitionIsSaidWhereTheNumberIs() {
        assertThat(of(20, 0)).contains("crime or not (the current definition)").doesNotContain(NOT_TOLD);
        assertThat(of(0, 20)).contains("the older definition").doesNotContain(NOT_TOLD);
        assertThat(of(10, 10)).contains("Their share compares with no other").doesNotContain(NOT_TOLD);
    }

    @Test
    void whereTheNumberOfRepeatsIsSuppressedOrNoneNoDefinitionTellsOfIt() {
        String none = of(0, 0);
        assertThat(none).contains(NOT_TOLD);
        assertThat(of(3, 0)).contains(NOT_TOLD).doesNotContain("the current definition");
        assertThat(of(0, 1)).contains(NOT_TOLD).doesNotContain("the older definition");
        assertThat(of(1, 2)).contains(NOT_TOLD).doesNotContain("compares with no other");
    }
}
