package org.witan.voices;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.witan.voices.SurveyResult.Question;

/// Reads the results of surveys from CSV: `year,area,question,n,percent` with the question `day` or
/// `after dark`, and if known `source`. Nothing is taken before all of it can be.
@Component
public class ReadingSurveys {
    /// More than all wards of a county in ten years.
    static final int MOST_ROWS = 2_000;

    private static final List<String> HEADINGS = List.of("year", "area", "question", "n", "percent");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,7}");
    private static final Pattern SHARE = Pattern.compile("\\d{1,3}(?:\\.\\d)?");
    private static final int LONGEST_AREA = 80;
    private static final int LONGEST_SOURCE = 200;
    private static final int MOST_ASKED = 1_000_000;

    /// What was read.
    ///
    /// @param problems what is wrong, each with its line; the rows may be taken only when there is none
    public record Reading(List<SurveyResult> rows, List<Wrong> problems) {
        public Reading {
            rows = List.copyOf(rows);
            problems = List.copyOf(problems);
        }
    }

    /// Something wrong.
    ///
    /// @param what the end of the key of its words
    public record Wrong(long line, String what) {}

    /// Reads a file.
    ///
    /// @param latest the latest year that can have been asked in
    public Reading read(String csv, int latest) {
        try (var records = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(csv)) {
            var lines = records.stream().limit(MOST_ROWS + 2L).toList();
            return read(lines, latest);
        } catch (CsvParseException | IOException broken) {
            return new Reading(List.of(), List.of(new Wrong(1, "broken")));
        }
    }

    private static Reading read(List<CsvRecord> lines, int latest) {
        if (lines.isEmpty() || !headings(lines.getFirst()).equals(HEADINGS)) {
            return new Reading(List.of(), List.of(new Wrong(1, "headings")));
        }
        if (lines.size() == 1 || lines.size() > MOST_ROWS + 1) {
            return new Reading(List.of(), List.of(new Wrong(lines.size(), lines.size() == 1 ? "empty" : "many")));
        }
        var rows = new ArrayList<SurveyResult>();
        var problems = new ArrayList<Wrong>();
        var seen = new HashSet<String>();
        for (CsvRecord line : lines.subList(1, lines.size())) {
            Optional<String> wrong = wrong(line, latest);
            if (wrong.isEmpty()) {
                SurveyResult row = row(line);
                boolean first = seen.add(row.year() + row.area().toLowerCase(Locale.UK) + row.question());
                wrong = first ? Optional.empty() : Optional.of("twice");
                rows.add(row);
            }
            wrong.ifPresent(what -> problems.add(new Wrong(line.getStartingLineNumber(), what)));
        }
        return new Reading(problems.isEmpty() ? rows : List.of(), problems);
    }

    private static List<String> headings(CsvRecord line) {
        var names = line.getFields().stream()
                .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.UK))
                .toList();
        return names.size() == HEADINGS.size() + 1 && names.getLast().equals("source")
                ? names.subList(0, HEADINGS.size())
                : names;
    }

    private static Optional<String> wrong(CsvRecord line, int latest) {
        if (line.getFieldCount() < HEADINGS.size() || line.getFieldCount() > HEADINGS.size() + 1) {
            return Optional.of("cells");
        }
        if (!YEAR.matcher(cell(line, 0)).matches() || Integer.parseInt(cell(line, 0)) > latest) {
            return Optional.of("year");
        }
        if (cell(line, 1).isEmpty() || cell(line, 1).length() > LONGEST_AREA) {
            return Optional.of("area");
        }
        if (question(cell(line, 2)).isEmpty()) {
            return Optional.of("question");
        }
        if (!WHOLE.matcher(cell(line, 3)).matches()
                || Integer.parseInt(cell(line, 3)) < 1
                || Integer.parseInt(cell(line, 3)) > MOST_ASKED) {
            return Optional.of("n");
        }
        if (!SHARE.matcher(cell(line, 4)).matches() || Double.parseDouble(cell(line, 4)) > 100) {
            return Optional.of("percent");
        }
        return source(line).length() > LONGEST_SOURCE ? Optional.of("source") : Optional.empty();
    }

    private static SurveyResult row(CsvRecord line) {
        return new SurveyResult(
                Integer.parseInt(cell(line, 0)),
                cell(line, 1),
                question(cell(line, 2)).orElseThrow(),
                Integer.parseInt(cell(line, 3)),
                Double.parseDouble(cell(line, 4)),
                source(line));
    }

    private static String source(CsvRecord line) {
        return line.getFieldCount() > HEADINGS.size() ? cell(line, HEADINGS.size()) : "";
    }

    private static Optional<Question> question(String typed) {
        return switch (typed.toLowerCase(Locale.UK).replaceAll("[\\s_-]+", " ")) {
            case "day", "by day" -> Optional.of(Question.DAY);
            case "after dark", "dark" -> Optional.of(Question.AFTER_DARK);
            default -> Optional.empty();
        };
    }

    private static String cell(CsvRecord line, int at) {
        return Written.of(line.getField(at));
    }
}
