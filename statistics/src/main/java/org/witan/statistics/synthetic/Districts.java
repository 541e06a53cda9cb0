package org.witan.statistics.synthetic;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The districts of the Staffordshire force area with their LSOAs, and last a district for crimes whose place is
/// not known.
final class Districts {
    static final byte[] FORCE = "E23000015".getBytes(StandardCharsets.US_ASCII);

    /// One crime in a hundred has no area code; assumed.
    private static final double NOT_KNOWN = 0.01;

    private final List<String> codes;
    private final double[] weights;
    private final List<Lsoas> of2011 = new ArrayList<>();
    private final List<Lsoas> of2021 = new ArrayList<>();

    Districts() {
        var rows = ShippedTable.read("staffordshire-lsoas.csv");
        codes = rows.stream()
                .map(row -> row.getField("district"))
                .distinct()
                .sorted()
                .toList();
        weights = new double[codes.size() + 1];
        for (var row : rows) {
            if (row.getField("vintage").equals("2011")) {
                weights[codes.indexOf(row.getField("district"))] += Double.parseDouble(row.getField("population"));
            }
        }
        double people = 0;
        for (double population : weights) {
            people += population;
        }
        weights[codes.size()] = people * NOT_KNOWN / (1 - NOT_KNOWN);
        for (var code : codes) {
            of2011.add(Lsoas.of(rows, code, "2011"));
            of2021.add(Lsoas.of(rows, code, "2021"));
        }
    }

    /// The codes of the nine districts; the index after the last stands for "not known".
    List<String> codes() {
        return codes;
    }

    int notKnown() {
        return codes.size();
    }

    /// Residents of each district in mid-2020, and the share without a place at the end.
    double[] weights() {
        return weights.clone();
    }

    /// An LSOA of the district by population; empty where the place is not known.
    byte[] lsoa(int district, boolean vintage2021, Dice dice) {
        return district == notKnown()
                ? new byte[0]
                : (vintage2021 ? of2021 : of2011).get(district).pick(dice);
    }

    private record Lsoas(List<byte[]> codes, Weighted byPopulation) {
        static Lsoas of(List<NamedCsvRecord> all, String district, String vintage) {
            var rows = all.stream()
                    .filter(row -> row.getField("district").equals(district))
                    .filter(row -> row.getField("vintage").equals(vintage))
                    .toList();
            return new Lsoas(
                    rows.stream()
                            .map(row -> row.getField("lsoa").getBytes(StandardCharsets.US_ASCII))
                            .toList(),
                    new Weighted(rows.stream()
                            .mapToDouble(row -> Double.parseDouble(row.getField("population")))
                            .toArray()));
        }

        byte[] pick(Dice dice) {
            return codes.get(byPopulation.pick(dice));
        }
    }
}
