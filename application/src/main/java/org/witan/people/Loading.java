package org.witan.people;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.witan.access.Deed;
import org.witan.access.Deed.Verb;
import org.witan.access.OwnersDatabase;

/// Loads the persons of an extract, some hundred rows at a time: each such piece is stored and matched as a whole or
/// not
/// at all, so that a load that was broken off is completed by loading the file again.
final class Loading {
    private static final int PIECE = 100;
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
        var piece = new ArrayList<Given>();
        while (file.hasNext()) {
            read(file.next(), piece);
            if (piece.size() == PIECE || !file.hasNext()) {
                store(piece);
                piece.clear();
                progress.accept(tally);
            }
        }
        return tally;
    }

    private void read(ExtractFile.Line line, List<Given> piece) {
        tally.rows++;
        ExtractRow row = line.fields() == null
                ? new ExtractRow(null, "it has not as many fields as the header")
                : ExtractRow.of(line.fields(), today);
        if (row.given() == null) {
            tally.refuse(line.number(), String.valueOf(row.refused()));
        } else if (row.given().persons().isEmpty()) {
            tally.nobody++;
        } else {
            piece.add(row.given());
        }
    }

    private void store(List<Given> piece) {
        if (piece.isEmpty()) {
            return;
        }
        var stored = database.witness(Deed.of(Verb.ADD, "person"), "people load", shown -> {
            List<Storing.Stored> all =
                    piece.stream().map(given -> storing.store(desk, given)).toList();
            all.forEach(one -> shown.addAll(one.records()));
            return all;
        });
        for (Storing.Stored one : stored) {
            tally.known += one.isNew() ? 0 : 1;
            tally.persons += one.outcomes().size();
            tally.linked +=
                    one.outcomes().stream().mapToInt(Matching.Outcome::linked).sum();
            tally.toReview += one.outcomes().stream()
                    .mapToInt(Matching.Outcome::suggested)
                    .sum();
        }
    }
}
