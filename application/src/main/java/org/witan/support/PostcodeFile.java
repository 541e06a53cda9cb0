package org.witan.support;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads which postcode lies in which ward from separated values, as the postcode directory of the Office for National
/// Statistics or a spreadsheet has them: columns are found by what stands in them, the name of a ward after its code,
/// and a heading is passed over.
public final class PostcodeFile {
    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}");
    private static final Pattern WARD = Pattern.compile("[EW]05[0-9]{6}");

    private PostcodeFile() {}

    /// What was read.
    ///
    /// @param wards from a postcode without a space to the code of its ward
    /// @param names of wards, from the column after the code
    /// @param unusable how many lines have no postcode, no ward, or a ward that has a name nowhere
    public record Read(Map<String, String> wards, Map<String, String> names, int unusable) {}

    /// Reads a text.
    ///
    /// @throws Unreadable when it is no separated values
    public static Read read(String text) {
        Map<String, String> wards = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        int unusable = 0;
        boolean first = true;
        try (var reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            for (CsvRecord record : reader) {
                if (!take(record.getFields(), wards, names) && !first) {
                    unusable++;
                }
                first = false;
            }
        } catch (IOException | CsvParseException broken) {
            throw new Unreadable(broken);
        }
        // A ward without a name could not be found by what somebody typed.
        unusable += (int)
                wards.values().stream().filter(ward -> !names.containsKey(ward)).count();
        return new Read(wards, names, unusable);
    }

    private static boolean take(List<String> fields, Map<String, String> wards, Map<String, String> names) {
        String postcode = "";
        String ward = "";
        for (int at = 0; at < fields.size(); at++) {
            String field = fields.get(at).replace(" ", "").toUpperCase(Locale.UK);
            if (postcode.isEmpty() && POSTCODE.matcher(field).matches()) {
                postcode = field;
            } else if (ward.isEmpty() && WARD.matcher(field).matches()) {
                ward = field;
                String name = at + 1 < fields.size() ? fields.get(at + 1).strip() : "";
                if (isName(name)) {
                    names.put(ward, name);
                }
            }
        }
        if (postcode.isEmpty() || ward.isEmpty()) {
            return false;
        }
        wards.put(postcode, ward);
        return true;
    }

    private static boolean isName(String text) {
        return text.length() > 2 && text.length() <= 120 && text.chars().noneMatch(Character::isDigit);
    }

    /// That a text is no separated values.
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(Exception cause) {
            super(cause);
        }
    }
}
