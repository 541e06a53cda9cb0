package org.witan.linkage;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.witan.linkage.record.Records;

/// Invented persons with known duplicates, the same for the same seed.
public final class Invented {
    public static final List<String> COLUMNS =
            List.of("id", "given_name", "surname", "date_of_birth", "postcode", "email", "person");
    private static final String[] BEGINNINGS = {"Ab", "Be", "Ca", "Do", "El", "Fa", "Gi", "Ho", "Is", "Ju", "Ka", "Lo"};
    private static final String[] MIDDLES = {"lan", "rit", "mon", "tes", "vid", "gar", "phin", "sol", "ber", "quen"};
    private static final String[] ENDS = {"a", "o", "ley", "ford", "ton", "son", "well", "wick", "ie", "by"};

    private final Random random;

    private Invented(long seed) {
        random = new Random(seed);
    }

    /// Records of invented persons.
    ///
    /// @param persons how many; every third has a second record with an error
    public static Records persons(int persons, long seed) {
        var invented = new Invented(seed);
        var records = new Records(COLUMNS);
        for (int person = 0; person < persons; person++) {
            String[] values = invented.person(person);
            records.add(values[0], 0, values);
            if (person % 3 == 0) {
                String[] again = invented.again(values);
                records.add(again[0], 0, again);
            }
        }
        return records;
    }

    private String[] person(int number) {
        String given = name();
        String surname = name();
        return new String[] {
            number + "-a",
            given,
            surname,
            "%04d-%02d-%02d".formatted(1940 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28)),
            "ST%d %d%c%c"
                    .formatted(
                            1 + random.nextInt(20),
                            random.nextInt(10),
                            'A' + random.nextInt(20),
                            'A' + random.nextInt(20)),
            given.toLowerCase(java.util.Locale.ROOT) + random.nextInt(10_000) + "@example.org",
            String.valueOf(number)
        };
    }

    private String name() {
        return BEGINNINGS[random.nextInt(BEGINNINGS.length)]
                + MIDDLES[random.nextInt(MIDDLES.length)]
                + ENDS[random.nextInt(ENDS.length)];
    }

    private String[] again(String[] values) {
        String[] again = values.clone();
        again[0] = values[0].replace("-a", "-b");
        int at = 1 + random.nextInt(5);
        again[at] = random.nextBoolean() ? "" : values[at].substring(1);
        return again;
    }

    /// Records with these columns and rows; the first value is the id.
    public static Records of(List<String> columns, @Nullable String[]... rows) {
        var records = new Records(columns);
        for (String[] row : rows) {
            records.add(String.valueOf(row[0]), 0, row);
        }
        return records;
    }
}
