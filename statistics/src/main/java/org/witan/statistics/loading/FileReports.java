package org.witan.statistics.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.witan.statistics.store.Source;
import org.witan.statistics.store.Table;

/// A file's report in the making: the staged rows are counted once, then every later stage adds its part.
final class FileReports {
    private final Recognised file;
    private final FileSurvey survey;
    private final long accepted;
    private final long cancelled;
    private final long syntheticRows;
    private final long keptRows;
    private final long stagedRows;
    private final List<String> notes;
    private List<Rejection> rejections = List.of();

    private FileReports(Recognised file, FileSurvey survey, long stagedRows, long[] counts, List<String> notes) {
        this.file = file;
        this.survey = survey;
        this.stagedRows = stagedRows;
        this.keptRows = counts[0];
        this.cancelled = counts[1];
        this.accepted = counts[0] - counts[1];
        this.syntheticRows = counts[2];
        this.notes = notes;
    }

    static FileReports count(
            Workbench bench, Replacing replacing, Recognised file, FileSurvey survey, Staging.Staged staged) {
        Table table = file.format().table();
        String sql = "SELECT count(*), count(*) FILTER (WHERE cancelled), count(*) FILTER (WHERE synthetic), "
                + noted(table) + " FROM " + replacing.kept(staged.parquet());
        return bench.query(sql, rows -> {
            rows.next();
            long[] counts = {rows.getLong(1), rows.getLong(2), rows.getLong(3)};
            return new FileReports(file, survey, staged.rows(), counts, notes(table, rows.getLong(4), rows.getLong(5)));
        });
    }

    static FileReport alreadyLoaded(Recognised file, Source known) {
        return new FileReport(
                file.name(),
                known.kind(),
                known.sha256(),
                true,
                known.synthetic(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                List.of(),
                file.personColumns(),
                file.ignoredColumns(),
                List.of());
    }

    void add(List<Rejection> found) {
        rejections = found;
    }

    long accepted() {
        return accepted;
    }

    /// True when every row of the staged file belongs in the data file.
    boolean whole() {
        return keptRows == stagedRows && cancelled == 0;
    }

    boolean synthetic() {
        return syntheticRows > 0;
    }

    boolean mixesSynthetic() {
        return syntheticRows > 0 && syntheticRows < keptRows;
    }

    FileReport replaced(long replaced, long displaced) {
        Table table = file.format().table();
        return new FileReport(
                file.name(),
                table,
                survey.sha256(),
                false,
                synthetic(),
                survey.rows(),
                accepted,
                accepted - replaced,
                replaced,
                displaced,
                cancelled,
                table == Table.CRIME ? displaced - replaced : 0,
                rejections.stream().mapToLong(Rejection::rows).sum(),
                rejections,
                file.personColumns(),
                file.ignoredColumns(),
                notes);
    }

    private static String noted(Table table) {
        return switch (table) {
            case CRIME -> "count(*) FILTER (WHERE district IS NULL), 0";
            case STREET -> "count(*) FILTER (WHERE district IS NULL), count(crime_id) - count(DISTINCT crime_id)";
            case COUNTED -> "count(*) FILTER (WHERE number < 0), sum(number)";
        };
    }

    private static List<String> notes(Table table, long first, long second) {
        List<String> notes = new ArrayList<>();
        switch (table) {
            case CRIME -> note(notes, first, "rows have no area: they are in the force's total and in no district's");
            case STREET -> {
                note(notes, first, "rows have no area: they are in the force's total and in no district's");
                note(notes, second, "rows repeat a crime id of this file; all are kept as published");
            }
            case COUNTED -> {
                note(notes, second, "offences in all, the sum of the accepted cells");
                note(notes, first, "cells are below zero: that quarter's corrections outweigh its crimes");
            }
        }
        return notes;
    }

    private static void note(List<String> notes, long number, String text) {
        if (number != 0) {
            notes.add(String.format(Locale.UK, "%,d %s", number, text));
        }
    }
}
