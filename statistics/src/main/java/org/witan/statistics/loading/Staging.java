package org.witan.statistics.loading;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.witan.statistics.BadInput;
import org.witan.statistics.store.Store;

/// The stage that reads: one streaming pass from CSV to a Parquet file in which every readable row is normalised,
/// classified and judged, in the order of the file; and a list of the lines that were not readable at all.
final class Staging {
    private static final int MOST_UNREADABLE = 100_000;

    private final Workbench bench;
    private final LocalDate today;

    Staging(Workbench bench, LocalDate today) {
        this.bench = bench;
        this.today = today;
    }

    Staged stage(Recognised file, FileSurvey survey, Path parquet, Progress progress) {
        bench.run("DROP TABLE IF EXISTS reject_errors");
        bench.run("DROP TABLE IF EXISTS reject_scans");
        String select = RowRules.of(file, today).select(source(file));
        String copy = "COPY (" + select + ") TO " + Store.quoted(parquet) + " (FORMAT parquet, COMPRESSION zstd)";
        try {
            bench.streaming(() -> bench.run(copy, progress));
        } catch (Workbench.NotUtf8 e) {
            throw new BadInput(
                    file.name() + ", line " + LinePositions.firstNotUtf8(file.file())
                            + ": not UTF-8. Save the file as CSV (UTF-8) and load it again. Nothing was loaded.",
                    e);
        }
        List<Unreadable> unreadable = unreadable(file);
        long rows = bench.number("SELECT count(*) FROM " + Store.reading(List.of(parquet)));
        if (rows + unreadable.size() != survey.rows()) {
            throw new BadInput(file.name() + ": " + Math.abs(survey.rows() - rows - unreadable.size())
                    + " lines could not be told apart from their neighbours, so the totals would not add up."
                    + " Nothing was loaded. Look for stray quotation marks or very long lines.");
        }
        return new Staged(parquet, rows, unreadable);
    }

    private static String source(Recognised file) {
        String columns = file.columns().stream()
                .map(column -> "'" + column + "': '" + InputFormat.sqlType(column) + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        return """
                read_csv(%s, header = true, delim = ',', quote = '"', escape = '"', auto_detect = false,
                  compression = 'none', hive_partitioning = false,
                  columns = %s, dateformat = '%s', store_rejects = true, rejects_limit = %d)""".formatted(
                Store.onlyThis(file.file()), columns, file.ukDates() ? "%d/%m/%Y" : "%Y-%m-%d", 2 * MOST_UNREADABLE);
    }

    private List<Unreadable> unreadable(Recognised file) {
        String header = file.header().replace("'", "''");
        String sql = """
                SELECT line_byte_position - 1 AS start,
                  bool_or(rtrim(csv_line, chr(13) || chr(10)) = '%s') AS header_again,
                  arg_min(error_type::VARCHAR, column_idx) AS error_type,
                  arg_min(column_name, column_idx) AS column_name
                FROM reject_errors GROUP BY start ORDER BY start""".formatted(header);
        List<Unreadable> found = bench.query(sql, Staging::readUnreadable);
        List<Unreadable> lines = numbered(file, found);
        if (lines.size() >= MOST_UNREADABLE) {
            throw new BadInput(file.name() + ": more than 100,000 lines cannot be read. Is this the right file?");
        }
        return lines;
    }

    private static List<Unreadable> numbered(Recognised file, List<Unreadable> found) {
        if (found.isEmpty()) {
            return found;
        }
        List<Long> lines = LinePositions.lines(
                file.file(), found.stream().map(Unreadable::line).toList());
        return IntStream.range(0, found.size())
                .mapToObj(i -> new Unreadable(lines.get(i), found.get(i).reason()))
                .toList();
    }

    /// Reads the errors; what stands as the line is still the offset at which it begins.
    private static List<Unreadable> readUnreadable(ResultSet rows) throws SQLException {
        List<Unreadable> lines = new ArrayList<>();
        while (rows.next()) {
            String column = String.valueOf(rows.getString("column_name"));
            String reason = rows.getBoolean("header_again")
                    ? "header-again"
                    : switch (String.valueOf(rows.getString("error_type"))) {
                        case "CAST" -> notOfItsType(column);
                        case "MISSING COLUMNS" -> "too-few-columns";
                        case "TOO MANY COLUMNS" -> "too-many-columns";
                        case "UNQUOTED VALUE" -> "stray-quotation-mark";
                        case "INVALID ENCODING" -> "not-utf-8";
                        default -> "cannot-be-read";
                    };
            lines.add(new Unreadable(rows.getLong("start"), reason));
        }
        return lines;
    }

    private static String notOfItsType(String column) {
        String other = InputFormat.sqlType(column).equals("DATE") ? "not-a-date:" : "not-a-number:";
        return CodedColumn.find(column).map(CodedColumn::reason).orElse(other + column);
    }

    /// A line that could not be read as a row.
    record Unreadable(long line, String reason) {}

    /// What the pass left behind.
    ///
    /// @param rows rows in the Parquet file, accepted or not
    record Staged(Path parquet, long rows, List<Unreadable> unreadable) {}
}
