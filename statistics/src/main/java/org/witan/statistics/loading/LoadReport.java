package org.witan.statistics.loading;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a load did, file by file.
///
/// @param snapshot the snapshot that readers see now; null when the store is still empty
/// @param changed false when every file was loaded before
/// @param rejectedRows where every rejected row's line and reason are listed, relative to the store; null when none
public record LoadReport(
        @Nullable String snapshot,
        boolean changed,
        List<FileReport> files,
        @Nullable String rejectedRows) {
    private static final int LINES_SHOWN = 10;

    /// The report as a person reads it.
    public String text() {
        StringBuilder text = new StringBuilder();
        for (FileReport file : files) {
            describe(file, text);
        }
        text.append(
                changed
                        ? "Snapshot " + snapshot + " is now current; the ones before are kept.\n"
                        : "Nothing changed; snapshot " + snapshot + " stays current.\n");
        if (rejectedRows != null) {
            text.append("Every rejected line with its reason: ")
                    .append(rejectedRows)
                    .append('\n');
        }
        return text.toString();
    }

    private static void describe(FileReport file, StringBuilder text) {
        text.append(file.name()).append(": ").append(kindInWords(file)).append('\n');
        if (file.alreadyLoaded()) {
            text.append("  loaded before, byte for byte: skipped\n");
            return;
        }
        line(text, "read", file.read(), "");
        line(
                text,
                "accepted",
                file.accepted(),
                " (" + number(file.added()) + " new, " + number(file.replaced()) + " in place of an earlier version)");
        if (file.cancelled() > 0) {
            line(text, "cancelled", file.cancelled(), " (" + number(file.removed()) + " crimes taken out)");
        }
        line(text, "rejected", file.rejected(), "");
        file.rejections().forEach(rejection -> describe(rejection, text));
        if (!file.personColumns().isEmpty()) {
            text.append("  not read, about persons: ")
                    .append(String.join(", ", file.personColumns()))
                    .append('\n');
        }
        if (!file.ignoredColumns().isEmpty()) {
            text.append("  not read, unknown: ")
                    .append(String.join(", ", file.ignoredColumns()))
                    .append('\n');
        }
        file.notes().forEach(note -> text.append("  note: ").append(note).append('\n'));
    }

    private static void describe(Rejection rejection, StringBuilder text) {
        text.append("    ")
                .append(number(rejection.rows()))
                .append("  ")
                .append(rejection.text())
                .append(": ");
        text.append(rejection.rows() == 1 ? "line " : "lines ");
        List<String> shown = rejection.lines().stream()
                .limit(LINES_SHOWN)
                .map(LoadReport::number)
                .toList();
        text.append(String.join(", ", shown));
        text.append(rejection.rows() > shown.size() ? " …\n" : "\n");
    }

    private static void line(StringBuilder text, String word, long number, String rest) {
        text.append(String.format(Locale.UK, "  %-9s %,12d%s%n", word, number, rest));
    }

    private static String kindInWords(FileReport file) {
        String words = switch (file.kind()) {
            case CRIME -> "police record-level extract";
            case STREET -> "police.uk street file";
            case COUNTED -> "Home Office open table";
        };
        return file.synthetic() ? words + " (SYNTHETIC: invented rows)" : words;
    }

    private static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }
}
