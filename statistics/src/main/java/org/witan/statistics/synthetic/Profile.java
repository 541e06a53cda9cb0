package org.witan.statistics.synthetic;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// How often each value of a column occurs: the places of violence, the outcomes of theft.
final class Profile {
    private final List<byte[]> values;
    private final List<Band> bands;
    private final Weighted weighted;

    private Profile(List<NamedCsvRecord> rows, boolean banded) {
        values = rows.stream()
                .map(row -> row.getField("value").getBytes(StandardCharsets.US_ASCII))
                .toList();
        bands = banded
                ? rows.stream().map(row -> Band.of(row.getField("value"))).toList()
                : List.of();
        weighted = new Weighted(rows.stream()
                .mapToDouble(row -> Double.parseDouble(row.getField("weight")))
                .toArray());
    }

    /// A value of the profile, ready to be written; empty for "not recorded".
    byte[] pick(Dice dice) {
        return values.get(weighted.pick(dice));
    }

    /// A whole number from one of the profile's bands, such as `18-24`.
    int number(Dice dice) {
        var band = bands.get(weighted.pick(dice));
        return band.first() + dice.below(band.last() - band.first() + 1);
    }

    private record Band(int first, int last) {
        static Band of(String printed) {
            int dash = printed.indexOf('-');
            return new Band(
                    Integer.parseInt(printed.substring(0, dash)), Integer.parseInt(printed.substring(dash + 1)));
        }
    }

    /// All profiles by kind and name.
    static final class Catalogue {
        private final Map<String, Profile> profiles = new HashMap<>();

        Catalogue() {
            var rows = ShippedTable.read("staffordshire-profiles.csv");
            rows.stream().map(Catalogue::key).distinct().forEach(key -> {
                boolean banded = key.startsWith("age/") || key.startsWith("delay/");
                profiles.put(
                        key,
                        new Profile(
                                rows.stream()
                                        .filter(row -> key(row).equals(key))
                                        .toList(),
                                banded));
            });
        }

        private static String key(NamedCsvRecord row) {
            return row.getField("kind") + "/" + row.getField("name");
        }

        Profile the(String kind, String name) {
            return Objects.requireNonNull(profiles.get(kind + "/" + name), kind + "/" + name);
        }
    }
}
