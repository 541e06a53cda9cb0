package org.witan.statistics.loading;

import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.witan.statistics.reference.Offences;
import org.witan.statistics.store.Store;
import org.witan.statistics.store.Table;

/// The stage that checks: which staged rows are left out, why, and on which lines they stand.
final class Rejecting {
    private static final int LINES_KEPT = 1_000;

    private final Workbench bench;
    private final Offences offences;

    Rejecting(Workbench bench, Offences offences) {
        this.bench = bench;
        this.offences = offences;
    }

    /// Fills the temporary table `dropped (ordinal, reason, printed)`; ordinals count the staged rows from 0.
    void drop(Staging.Staged staged, Table table) {
        String parquet = Store.reading(List.of(staged.parquet()), "file_row_number = true");
        bench.run("CREATE OR REPLACE TEMP TABLE dropped AS SELECT file_row_number AS ordinal, reason, printed FROM "
                + parquet + " WHERE reason IS NOT NULL");
        switch (table) {
            case CRIME -> dropRepeated(staged, parquet);
            case COUNTED, STREET -> {
                // A street line or a cell stands for itself; Home Office tables print several rows for one code.
            }
        }
    }

    /// Of one force's rows with one reference the last stands: it is the latest the force wrote. Hashes are grouped
    /// first,
    /// since ten million of them fit in memory where as many references would not.
    private void dropRepeated(Staging.Staged staged, String parquet) {
        String plain = Store.reading(List.of(staged.parquet()));
        bench.run("CREATE OR REPLACE TEMP TABLE repeated AS SELECT h FROM (SELECT hash(force, reference) AS h FROM "
                + plain + " WHERE reason IS NULL) GROUP BY h HAVING count(*) > 1");
        if (bench.number("SELECT count(*) FROM repeated") == 0) {
            return;
        }
        bench.run("""
                INSERT INTO dropped
                SELECT file_row_number, 'repeated-reference', NULL FROM %s
                WHERE reason IS NULL AND hash(force, reference) IN (SELECT h FROM repeated)
                QUALIFY row_number() OVER (PARTITION BY force, reference ORDER BY file_row_number DESC) > 1""".formatted(parquet));
    }

    /// Groups what was left out by reason and writes every line with its reason to the list.
    List<Rejection> rejections(Recognised file, FileSurvey survey, Staging.Staged staged, Writer list) {
        Map<String, Gathered> byReason = new TreeMap<>();
        for (Staging.Unreadable line : staged.unreadable()) {
            gather(byReason, file, line.reason(), line.line(), list);
        }
        LineNumbers lines = new LineNumbers(survey.blankLines(), staged.unreadable());
        bench.query("SELECT ordinal, reason, printed FROM dropped ORDER BY ordinal", rows -> {
            while (rows.next()) {
                gather(byReason, file, reason(rows), lines.of(rows.getLong("ordinal")), list);
            }
            return byReason;
        });
        return byReason.entrySet().stream()
                .map(entry -> new Rejection(
                        entry.getKey(),
                        RejectionReason.inWords(entry.getKey()),
                        entry.getValue().rows,
                        entry.getValue().lines.stream().sorted().toList()))
                .toList();
    }

    private String reason(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        boolean date = reason.equals("unknown-offence")
                && offences.read(String.valueOf(row.getString("printed"))) instanceof Offences.Reading.BecameADate;
        return date ? "offence-became-a-date" : reason;
    }

    private static void gather(Map<String, Gathered> byReason, Recognised file, String reason, long line, Writer list) {
        Gathered gathered = byReason.computeIfAbsent(reason, key -> new Gathered());
        gathered.rows++;
        if (gathered.lines.size() < LINES_KEPT) {
            gathered.lines.add(line);
        }
        try {
            list.write('"' + file.name().replace("\"", "\"\"") + "\"," + line + ',' + reason + '\n');
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static final class Gathered {
        private final List<Long> lines = new ArrayList<>();
        private long rows;
    }

    /// Finds the line of a staged row: each line is the header, blank, unreadable or the next row.
    private static final class LineNumbers {
        private final Iterator<Long> passedOver;
        private long line = 2;
        private long ordinal;
        private long nextPassedOver;

        private LineNumbers(List<Long> blank, List<Staging.Unreadable> unreadable) {
            List<Long> all = new ArrayList<>(blank);
            unreadable.forEach(entry -> all.add(entry.line()));
            this.passedOver = all.stream().sorted().iterator();
            this.nextPassedOver = passedOver.hasNext() ? passedOver.next() : Long.MAX_VALUE;
        }

        /// Ordinals must come in rising order.
        long of(long wanted) {
            while (true) {
                long candidate = line + (wanted - ordinal);
                if (nextPassedOver > candidate) {
                    line = candidate;
                    ordinal = wanted;
                    return candidate;
                }
                ordinal += nextPassedOver - line;
                line = nextPassedOver + 1;
                nextPassedOver = passedOver.hasNext() ? passedOver.next() : Long.MAX_VALUE;
            }
        }
    }
}
