package org.witan.statistics.reference;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The catalogue of offence classes and of the many ways their codes are printed.
///
/// A class is printed with or without leading zeros (`8L`, `008L`); a class with its subclass as `8/30`, `008/30`,
/// `8/030` or `00830`. A subclass is written with two digits or without its zero (`88/05`, `88/5`), so `8/01` and
/// `8/1` cannot be told apart and are read as one.
public final class Offences {
    private static final Pattern DATE =
            Pattern.compile("\\d{1,2}[-/ ]?(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*(-?\\d{2,4})?"
                    + "|(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*[-/ ]?\\d{1,4}"
                    + "|\\d{1,2}/\\d{1,2}/\\d{2,4}|\\d{4}-\\d{2}-\\d{2}.*");
    /// Spreadsheet day numbers of 1930 (8/32 becomes August 1932) to 2031, the range in which damaged codes were found.
    /// Before 2005 only the first of a month: 8/65 is no day of a year, so it becomes 1 August 1965.
    private static final int FIRST_SERIAL = 10959;

    private static final int MODERN_SERIAL = 38353;
    private static final int LAST_SERIAL = 48213;

    private final Map<OffenceCode, Offence> byCode;
    private final Map<String, OffenceCode> forms;

    Offences(List<Offence> offences, Map<String, OffenceCode> subclasses) {
        this.byCode = offences.stream()
                .collect(Collectors.toMap(
                        Offence::code, Function.identity(), (a, b) -> b, java.util.LinkedHashMap::new));
        this.forms = forms(byCode, subclasses);
    }

    static Offences read(@Nullable ReferenceFile ownForms) {
        List<Offence> offences = ReferenceFile.shipped("offences.csv").rows(Offences::offence);
        Map<String, OffenceCode> subclasses = new HashMap<>();
        ReferenceFile.shipped("offence-code-forms.csv")
                .rows(row -> subclasses.put(row.required("printed"), new OffenceCode(row.required("code"))));
        if (ownForms != null) {
            ownForms.each(row -> subclasses.put(row.required("printed"), new OffenceCode(row.required("code"))));
        }
        return new Offences(offences, subclasses);
    }

    public List<Offence> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Offence> find(OffenceCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /// Reads a printed code: `008/30`, `8/30`, `00830`, `8l` and `8L` are all `8L`.
    public Reading read(String printed) {
        String tidied = OffenceCode.tidied(printed);
        OffenceCode code = forms.get(tidied);
        if (code != null) {
            return new Reading.Known(code);
        }
        return becameADate(tidied) ? new Reading.BecameADate(printed) : new Reading.Unknown(printed);
    }

    /// Every printed form that [#read] accepts, upper case and without spaces, to the normalised code: for a join over
    /// millions of rows.
    public Map<String, OffenceCode> printedForms() {
        return forms;
    }

    private static boolean becameADate(String tidied) {
        if (DATE.matcher(tidied).matches()) {
            return true;
        }
        if (!tidied.matches("\\d{5}")) {
            return false;
        }
        int serial = Integer.parseInt(tidied);
        boolean firstOfMonth = LocalDate.of(1899, 12, 30).plusDays(serial).getDayOfMonth() == 1;
        return serial <= LAST_SERIAL && (serial >= MODERN_SERIAL || (serial >= FIRST_SERIAL && firstOfMonth));
    }

    private static Map<String, OffenceCode> forms(
            Map<OffenceCode, Offence> byCode, Map<String, OffenceCode> subclasses) {
        Map<String, OffenceCode> forms = new HashMap<>();
        subclasses.forEach((printed, code) -> addSubclass(forms, printed, code));
        for (OffenceCode code : byCode.keySet()) {
            String value = code.value().toUpperCase(Locale.ROOT);
            forms.put(OffenceCode.tidied(value), code);
            String digits = value.replaceFirst("[^0-9].*$", "");
            for (int width = digits.length() + 1; width <= 3 && !digits.isEmpty() && !value.contains("/"); width++) {
                forms.put("0".repeat(width - digits.length()) + value, code);
            }
        }
        return Map.copyOf(forms);
    }

    /// `8/30` is also printed `008/30`, `8/030` and `00830`; `88/5` also `88/05` and `08805`.
    private static void addSubclass(Map<String, OffenceCode> forms, String printed, OffenceCode code) {
        String[] parts = printed.split("/", -1);
        if (parts.length != 2 || !parts[0].matches("\\d{1,3}") || !parts[1].matches("\\d{1,3}")) {
            forms.put(OffenceCode.tidied(printed), code);
            return;
        }
        int offence = Integer.parseInt(parts[0]);
        int subclass = Integer.parseInt(parts[1]);
        for (String left : List.of("%d", "%02d", "%03d")) {
            for (String right : List.of("%d", "%02d", "%03d")) {
                forms.put(left.formatted(offence) + "/" + right.formatted(subclass), code);
            }
        }
        forms.putIfAbsent("%03d%02d".formatted(offence, subclass), code);
    }

    private static Offence offence(ReferenceFile.Row row) {
        String weight = row.textOrNull("severity_weight");
        return new Offence(
                new OffenceCode(row.required("code")),
                row.required("description"),
                row.required("group"),
                row.required("subgroup"),
                row.textOrNull("police_uk_category"),
                weight == null ? null : Double.valueOf(weight),
                row.validity(),
                row.required("source"));
    }

    /// What a printed code turned out to be.
    public sealed interface Reading {
        record Known(OffenceCode code) implements Reading {}

        /// A spreadsheet turned the code into a date: `08-Jan`, `Mar-08`, `44621`, `2022-03-01`.
        record BecameADate(String printed) implements Reading {}

        record Unknown(String printed) implements Reading {}
    }
}
