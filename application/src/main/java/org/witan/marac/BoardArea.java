package org.witan.marac;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// For which postcodes a board meets: a list of postcode districts, such as ST16, and of whole postcode areas, such as
/// WS. It decides nothing by itself.
///
/// @param codes in capital letters; empty when nobody wrote any down
public record BoardArea(UUID board, String name, List<String> codes) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{1,2}([0-9][0-9A-Z]?)?");
    private static final Pattern POSTCODE = Pattern.compile("[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][A-Z]{2}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern COMMAS = Pattern.compile("[,;\\s]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9].*");

    public BoardArea {
        codes = List.copyOf(codes);
    }

    /// The codes that somebody typed with commas or blanks between them.
    public static List<String> read(String typed) {
        return COMMAS.splitAsStream(typed.toUpperCase(Locale.ROOT).strip())
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    /// Those of some codes that are neither a district nor an area.
    public static List<String> unknown(List<String> codes) {
        return codes.stream().filter(code -> !CODE.matcher(code).matches()).toList();
    }

    /// Whether a whole postcode, or its first half, lies in it.
    boolean holds(String postcode) {
        return outward(postcode)
                .anyMatch(outward -> codes.contains(outward)
                        || codes.contains(DIGITS.matcher(outward).replaceAll("")));
    }

    /// The first half of a postcode, if it is one.
    static Stream<String> outward(String postcode) {
        String plain = BLANKS.matcher(postcode.toUpperCase(Locale.ROOT)).replaceAll("");
        if (POSTCODE.matcher(plain).matches()) {
            return Stream.of(plain.substring(0, plain.length() - 3));
        }
        return CODE.matcher(plain).matches() ? Stream.of(plain) : Stream.empty();
    }
}
