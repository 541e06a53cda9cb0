package org.witan.statistics.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the breaks in the series: ours, then the partnership's own, where the same id replaces a break and the action
/// `remove` takes it out.
final class SeriesBreaks {
    private static final Set<String> KINDS = Set.of(
            "classification", "counting-rule", "new-offence", "flag", "abnormal-period", "missing-data", "local");

    private SeriesBreaks() {}

    static List<SeriesBreak> read(@Nullable ReferenceFile own, Offences offences) {
        Map<String, SeriesBreak> breaks = new LinkedHashMap<>();
        add(breaks, ReferenceFile.shipped("series-breaks.csv"), offences);
        if (own != null) {
            add(breaks, own, offences);
        }
        return List.copyOf(breaks.values());
    }

    private static void add(Map<String, SeriesBreak> breaks, ReferenceFile file, Offences offences) {
        file.each(row -> {
            if (row.text("action").equalsIgnoreCase("remove")) {
                breaks.remove(row.required("id"));
            } else {
                breaks.put(row.required("id"), of(row, offences));
            }
        });
    }

    private static SeriesBreak of(ReferenceFile.Row row, Offences offences) {
        var from = row.dayOrNull("valid_from");
        if (from == null) {
            throw new IllegalArgumentException("the column 'valid_from' is empty");
        }
        return new SeriesBreak(
                row.required("id"),
                row.required("title"),
                row.oneOf("kind", KINDS),
                from,
                row.dayOrNull("valid_to"),
                row.words("codes").stream().map(code -> known(code, offences)).collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(row.words("flags")),
                Set.copyOf(row.words("areas")),
                SeriesBreak.Action.valueOf(row.required("action").toUpperCase(Locale.ROOT)),
                row.oneOf("nets_out", Set.of("yes", "no")).equals("yes"),
                row.required("effect"),
                row.required("reason"),
                row.required("source"),
                row.required("status"));
    }

    // A break for a code that nothing carries would never warn anyone.
    private static OffenceCode known(String value, Offences offences) {
        OffenceCode code = new OffenceCode(value);
        if (offences.find(code).isEmpty()) {
            throw new IllegalArgumentException("the offence code '" + value + "' is not known");
        }
        return code;
    }
}
