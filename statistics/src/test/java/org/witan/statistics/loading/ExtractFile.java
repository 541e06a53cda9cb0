package org.witan.statistics.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An extract for a test, of which the test states only what matters. Every row is invented and says so.
final class ExtractFile {
    private static final Map<String, String> USUAL = new LinkedHashMap<>();

    static {
        USUAL.put("crime_reference", "");
        USUAL.put("offence_code", "8Q");
        USUAL.put("recorded_on", "2021-09-14");
        USUAL.put("committed_from", "2021-09-10");
        USUAL.put("committed_to", "");
        USUAL.put("force", "Staffordshire");
        USUAL.put("area_code", "E07000196");
        USUAL.put("domestic", "no");
        USUAL.put("victim_sex", "female");
        USUAL.put("victim_age", "34");
        USUAL.put("relationship", "stranger");
        USUAL.put("place", "public-space");
        USUAL.put("outcome_code", "16");
        USUAL.put("outcome_on", "2021-11-01");
        USUAL.put("record_status", "live");
        USUAL.put("data_notice", "SYNTHETIC - invented");
    }

    private final List<String> lines = new ArrayList<>();
    private int number;

    private ExtractFile() {
        lines.add(String.join(",", USUAL.keySet()));
    }

    static ExtractFile anExtract() {
        return new ExtractFile();
    }

    /// A usual row with some values of its own, as name and value in turn.
    ExtractFile row(String... own) {
        Map<String, String> row = new LinkedHashMap<>(USUAL);
        number++;
        row.put("crime_reference", "SYN-" + number);
        for (int i = 0; i < own.length; i += 2) {
            if (row.put(own[i], own[i + 1]) == null) {
                throw new IllegalArgumentException("No such column: " + own[i]);
            }
        }
        lines.add(String.join(",", row.values()));
        return this;
    }

    ExtractFile rows(int count, String... own) {
        for (int i = 0; i < count; i++) {
            row(own);
        }
        return this;
    }

    /// A line as it stands, whatever it holds.
    ExtractFile line(String line) {
        lines.add(line);
        return this;
    }

    /// The header again, as files glued together have it.
    ExtractFile headerAgain() {
        return line(lines.getFirst());
    }

    Path in(Path folder, String name) {
        return in(folder, name, StandardCharsets.UTF_8);
    }

    Path in(Path folder, String name, Charset charset) {
        try {
            return Files.write(folder.resolve(name), (String.join("\n", lines) + "\n").getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
