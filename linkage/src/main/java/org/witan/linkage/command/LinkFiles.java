package org.witan.linkage.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.witan.linkage.Linking;
import org.witan.linkage.cluster.Clustering;
import org.witan.linkage.cluster.Group;
import org.witan.linkage.record.Records;
import org.witan.linkage.record.UnusableRecords;
import org.witan.linkage.scoring.Bits;
import org.witan.linkage.scoring.ScoredPairs;

/// The files that a run writes.
record LinkFiles(Linking.Linked linked, Records records) {

    /// Fills an open file.
    private interface Filling {
        void into(BufferedWriter file) throws IOException;
    }

    /// Sees to it that nothing is written over what is read, or over something else that is written.
    static void keepApart(List<Path> read, List<Path> written) {
        List<Path> before = new ArrayList<>(read);
        for (Path path : written) {
            if (before.stream().anyMatch(one -> isSame(one, path))) {
                throw new UnusableRecords("%s would be written over; name another file.".formatted(path.getFileName()));
            }
            before.add(path);
        }
    }

    private static boolean isSame(Path one, Path other) {
        if (absolute(one).equals(absolute(other))) {
            return true;
        }
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException _) {
            // What cannot be looked at can be neither read nor written, which is said when that is tried.
            return false;
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    void pairs(Path path) {
        write(path, file -> {
            file.write("id_l,id_r,match_weight,probability\n");
            ScoredPairs pairs = linked.pairs();
            for (int pair : pairs.heaviestFirst()) {
                file.write(pair(pairs.left(pair), pairs.right(pair), pairs.weight(pair)) + "\n");
            }
        });
    }

    void reviews(Path path) {
        write(path, file -> {
            file.write("id_l,id_r,match_weight,probability,reason,why\n");
            for (Clustering.Review review : linked.outcome().reviews()) {
                String why = linked.explain(review.left(), review.right()).sentence();
                file.write(pair(review.left(), review.right(), review.weight()) + "," + quoted(review.reason()) + ","
                        + quoted(why) + "\n");
            }
        });
    }

    void clusters(Path path) {
        write(path, file -> {
            file.write("id,source,cluster,needs_attention\n");
            List<Group> groups = linked.outcome().groups();
            for (int number = 0; number < groups.size(); number++) {
                String attention = groups.get(number).attention();
                for (int row : groups.get(number).rows()) {
                    file.write(quoted(records.id(row)) + "," + (records.source(row) + 1) + "," + (number + 1) + ","
                            + quoted(attention == null ? "" : attention) + "\n");
                }
            }
        });
    }

    private String pair(int left, int right, double weight) {
        return quoted(records.id(left)) + "," + quoted(records.id(right)) + ","
                + String.format(Locale.ROOT, "%.4f,%.6f", weight, Bits.probability(weight));
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    private static void write(Path path, Filling filling) {
        try (var file = Files.newBufferedWriter(path)) {
            filling.into(file);
        } catch (IOException e) {
            throw new UnusableRecords(
                    "Cannot write %s: is its folder there, and may it be written to?".formatted(path.getFileName()), e);
        }
    }

    static void write(Path path, String text) {
        write(path, file -> file.write(text));
    }

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw LinkCommand.unreadable(path, e);
        }
    }
}
