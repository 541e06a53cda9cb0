package org.witan.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.OwnersDatabase;

/// Loads the persons of an extract, some hundred rows at a time: each such piece is stored and matched as a whole or
/// not at all, so that a load that was broken off is completed by loading the file again.
final class Loading {
    private static final int PIECE = 250;
    private static final int TOLD = 1_000;
    private final OwnersDatabase database;
    private final Desk desk;
    private final Storing storing;
    private final LocalDate today;
    private final Tally tally = new Tally();

    /// What was done. Rows that are refused are told by their line.
    static final class Tally {
        long rows;
        long persons;
        long linked;
        long toReview;
        long known;
        long nobody;
        final List<String> refused = new ArrayList<>();
        long refusals;
        long corrected;
        long cancelled;

        private void refuse(long line, String why) {
            refusals++;
            if (refused.size() < TOLD) {
                refused.add("line " + line + ": " + why);
            }
        }
    }

    Loading(OwnersDatabase database, UUID agency, Clock clock) {
        this.database = database;
        this.desk = new Desk.OfCommand(agency, database.tables());
        this.storing = new Storing(database.tables(), clock);
        this.today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    }

    /// @param progress is told after each piece
    Tally load(ExtractFile file, Consumer<Tally> progress) {
        var piece = new Piece(new LinkedHashMap<>(), new LinkedHashSet<>());
        while (file.hasNext()) {
            ExtractRow row = read(file.next());
            if (piece.knows(row)) {
                // What the file says of it before is stored first, so that this corrects it.
                store(piece);
            }
            piece.add(row);
            if (piece.size() == PIECE || !file.hasNext()) {
                store(piece);
                progress.accept(tally);
            }
        }
        return tally;
    }

    /// Rows that are stored in one transaction, each reference once.
    private record Piece(Map<String, Given> given, Set<String> cancelled) {
        int size() {
            return given.size() + cancelled.size();
        }

        boolean knows(ExtractRow row) {
            String reference = row.reference();
            return given.containsKey(reference) || cancelled.contains(reference);
        }

        void add(ExtractRow row) {
            if (row.cancelled() != null) {
                cancelled.add(row.cancelled());
            } else if (row.given() != null && !row.given().persons().isEmpty()) {
                given.put(row.reference(), row.given());
            }
        }
    }

    private ExtractRow read(ExtractFile.Line line) {
        tally.rows++;
        ExtractRow row = line.fields() == null
                ? ExtractRow.refuse("it has not as many fields as the header")
                : ExtractRow.of(line.fields(), today);
        if (row.refused() != null) {
            tally.refuse(line.number(), row.refused());
        } else if (row.given() != null && row.given().persons().isEmpty()) {
            tally.nobody++;
        }
        return row;
    }

    private void store(Piece piece) {
        if (piece.size() == 0) {
            return;
        }
        var stored = database.witness(Deed.of(Verb.ADD, "person"), "people load", shown -> {
            tally.cancelled += storing.cancel(desk, Source.POLICE_EXTRACT, List.copyOf(piece.cancelled()));
            List<Storing.Stored> all = piece.given().isEmpty()
                    ? List.of()
                    : storing.storeAll(desk, List.copyOf(piece.given().values()));
            all.forEach(one -> shown.addAll(one.records()));
            return all;
        });
        piece.given().clear();
        piece.cancelled().clear();
        for (Storing.Stored one : stored) {
            tally.known += one.isNew() ? 0 : 1;
            tally.corrected += one.corrected();
            tally.persons += one.outcomes().size();
            tally.linked +=
                    one.outcomes().stream().mapToInt(Matching.Outcome::linked).sum();
            tally.toReview += one.outcomes().stream()
                    .mapToInt(Matching.Outcome::suggested)
                    .sum();
        }
    }
}
