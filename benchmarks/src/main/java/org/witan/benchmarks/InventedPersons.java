package org.witan.benchmarks;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;

/// Invented persons, one in six records a second one of a person with one to three errors of ten kinds.
///
/// Given names come by the frequencies of births in England and Wales; surnames by Zipf's law, common British ones
/// first and
/// then invented ones. The same seed makes the same file.
final class InventedPersons {
    private static final String[] COMMON =
            ("smith jones williams taylor brown davies evans wilson thomas johnson roberts "
                            + "robinson thompson wright walker white edwards hughes green hall lewis harris clarke patel jackson wood "
                            + "turner martin cooper hill ward morris moore clark lee king baker harrison morgan allen james scott "
                            + "phillips watson davis parker price bennett young griffiths mitchell kelly cook carter richardson bailey "
                            + "collins bell shaw murphy miller cox khan richards marshall anderson simpson ellis adams singh begum")
                    .split(" ", -1);
    private static final String[] BEGINNINGS =
            "ash bar bel brad bur carl chad cor dal den el fair gar gren hal har holl ken kir lang mar nor pem rad sel stan thor wal whit yor"
                    .split(" ", -1);
    private static final String[] MIDDLES = " er in al ing en or am es".split(" ", -1);
    private static final String[] ENDS =
            "by combe den field ford ham hurst land ley man more son stead ton ward well wick worth".split(" ", -1);
    private static final int SURNAMES = 40_000;
    private static final int STREETS = 3_000;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final SplittableRandom random;
    private final List<String> given = new ArrayList<>();
    private final double[] givenUpTo;
    private final double[] surnameUpTo;

    InventedPersons(Path names, long seed) throws IOException {
        random = new SplittableRandom(seed);
        List<Double> counts = new ArrayList<>();
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(names.resolve("ew_babynames_1996_2000_2010_2020.csv.gz"))),
                StandardCharsets.UTF_8))) {
            reader.lines().skip(1).forEach(line -> {
                String[] cells = line.replace("\"", "").split(",", -1);
                given.add(cells[2].toLowerCase(Locale.ROOT));
                counts.add(Double.parseDouble(cells[3]));
            });
        }
        givenUpTo = upTo(counts.stream().mapToDouble(count -> count).toArray());
        double[] zipf = new double[SURNAMES];
        for (int rank = 0; rank < SURNAMES; rank++) {
            zipf[rank] = 1.0 / (rank + 15);
        }
        surnameUpTo = upTo(zipf);
    }

    private static double[] upTo(double[] counts) {
        double[] upTo = counts.clone();
        Arrays.parallelPrefix(upTo, Double::sum);
        return upTo;
    }

    /// The surname of this rank, the most common first.
    static String surname(int rank) {
        if (rank < COMMON.length) {
            return COMMON[rank];
        }
        int rest = rank - COMMON.length;
        String name = BEGINNINGS[rest % BEGINNINGS.length]
                + MIDDLES[rest / BEGINNINGS.length % MIDDLES.length]
                + ENDS[rest / BEGINNINGS.length / MIDDLES.length % ENDS.length];
        int more = rest / BEGINNINGS.length / MIDDLES.length / ENDS.length;
        return more == 0 ? name : name + ENDS[more % ENDS.length];
    }

    void write(Path file, int records) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,person,given_name,surname,date_of_birth,sex,street,town,postcode,phone,email,data_notice\n");
            int person = 0;
            for (int row = 0; row < records; person++) {
                String[] values = person();
                line(out, row++, person, values);
                if (random.nextInt(5) == 0 && row < records) {
                    line(out, row++, person, again(values));
                }
            }
        }
    }

    private static void line(BufferedWriter out, int row, int person, String[] values) throws IOException {
        out.write("r" + row + "," + person + "," + String.join(",", values) + ",synthetic\n");
    }

    private String[] person() {
        int town = random.nextInt(200);
        String first = pick(given, givenUpTo);
        String last = surname(drawn(surnameUpTo));
        return new String[] {
            first,
            last,
            "%04d-%02d-%02d".formatted(1935 + random.nextInt(75), 1 + random.nextInt(12), 1 + random.nextInt(28)),
            random.nextBoolean() ? "f" : "m",
            street(),
            surname(COMMON.length + town),
            postcode(town),
            random.nextInt(3) == 0 ? "" : "07" + (100_000_000 + random.nextInt(900_000_000)),
            random.nextInt(3) == 0 ? "" : first + "." + last + random.nextInt(1000) + "@example.org"
        };
    }

    private String street() {
        return (1 + random.nextInt(150)) + " " + surname(COMMON.length + random.nextInt(STREETS)) + " road";
    }

    private String postcode(int town) {
        return "%c%c%d %d%c%c"
                .formatted(
                        'A' + town % 20,
                        'A' + town / 20,
                        1 + random.nextInt(20),
                        random.nextInt(10),
                        'A' + random.nextInt(20),
                        'A' + random.nextInt(20));
    }

    private String pick(List<String> names, double[] upTo) {
        return names.get(drawn(upTo));
    }

    private int drawn(double[] upTo) {
        int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
        return Math.min(at < 0 ? -at - 1 : at, upTo.length - 1);
    }

    private String[] again(String[] values) {
        String[] again = values.clone();
        for (int errors = 1 + random.nextInt(3); errors > 0; errors--) {
            spoil(again);
        }
        return again;
    }

    /// One error of ten kinds.
    private void spoil(String[] values) {
        int at = new int[] {0, 1, 2, 4, 6, 7, 8}[random.nextInt(7)];
        String value = values[at];
        switch (random.nextInt(10)) {
            case 0 -> values[at] = "";
            case 1 -> values[at] = typed(value, String.valueOf(LETTERS.charAt(random.nextInt(26))), 1);
            case 2 -> values[at] = typed(value, "", 1);
            case 3 -> values[at] = typed(value, String.valueOf(LETTERS.charAt(random.nextInt(26))), 0);
            case 4 -> values[at] = neighbours(value);
            case 5 -> {
                String first = values[0];
                values[0] = values[1];
                values[1] = first;
            }
            case 6 -> values[2] = values[2].replaceAll("-(..)-(..)$", "-$2-$1");
            case 7 -> {
                values[4] = street();
                values[6] = postcode(random.nextInt(200));
            }
            case 8 -> values[0] = values[0].isEmpty() ? "" : values[0].substring(0, 1);
            default -> values[1] = surname(drawn(surnameUpTo));
        }
    }

    private String typed(String value, String letter, int instead) {
        if (value.length() < 2) {
            return value;
        }
        int at = random.nextInt(value.length() - 1);
        return value.substring(0, at) + letter + value.substring(at + instead);
    }

    private String neighbours(String value) {
        if (value.length() < 2) {
            return value;
        }
        int at = random.nextInt(value.length() - 1);
        return value.substring(0, at) + value.charAt(at + 1) + value.charAt(at) + value.substring(at + 2);
    }
}
