package org.witan.statistics.loading;

import java.time.LocalDate;
import org.witan.statistics.store.Table;

/// How the rows of one kind of file are normalised, classified and checked, as one SQL over `read_csv`.
///
/// The relation it makes has the columns of its [Table], then `cancelled` BOOLEAN, `synthetic` BOOLEAN, `reason`
/// VARCHAR (null for a row that is accepted) and `printed` VARCHAR (the offence code as printed where it is not
/// known). Look-ups are left joins on small tables so that every row is kept and accounted for.
sealed interface RowRules permits ExtractRows, StreetRows, CountedRows {

    /// A file is read in one pass: `source` is its `read_csv(…)`.
    String select(String source);

    static RowRules of(Recognised file, LocalDate today) {
        return switch (file.format()) {
            case EXTRACT -> new ExtractRows(file.columns(), today);
            case STREET -> new StreetRows(today);
            case COUNTED -> new CountedRows(file.columns());
        };
    }

    /// The shared frame: normalise in the inner select, judge in the outer.
    static String frame(
            Table table, String normalised, String from, String cancelled, String synthetic, String reason) {
        return """
                SELECT %s, %s AS cancelled, %s AS synthetic, %s AS reason,
                  CASE WHEN offence_unknown THEN offence_printed END AS printed
                FROM (SELECT %s FROM %s)
                """.formatted(table.columnNames(), cancelled, synthetic, reason, normalised, from);
    }
}
