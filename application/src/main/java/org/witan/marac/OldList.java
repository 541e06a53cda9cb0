package org.witan.marac;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.witan.marac.oldlist.Column;
import org.witan.marac.oldlist.ListTable;

/// A list of past cases that somebody brought, and how far it was taken.
///
/// @param columns what each column is, as recognised or confirmed
/// @param board whose cases they were; null until that is confirmed
/// @param leftOut how many sheets or tables have other headings and were not read
/// @param version counts changes of the columns
/// @param isConfirmed whether somebody confirmed what the columns are
/// @param isEmptied whether the rows that were not taken were thrown away
/// @param taken how many referrals were made of it, and count
/// @param undone how many were taken back
public record OldList(
        UUID id,
        ListTable.Kind kind,
        List<String> headings,
        List<Column> columns,
        @Nullable UUID board,
        int leftOut,
        int version,
        Instant broughtAt,
        boolean isConfirmed,
        boolean isEmptied,
        long taken,
        long undone,
        long waiting,
        long before,
        long refused) {

    public OldList {
        headings = List.copyOf(headings);
        columns = List.copyOf(columns);
    }

    /// How many rows it has.
    public long rows() {
        return taken + waiting + before + refused;
    }

    @Override
    public String toString() {
        return "old list " + id;
    }

    /// A row of it.
    ///
    /// @param why it cannot be taken, as the end of a key of words; empty otherwise
    /// @param referral that it became; null while it did not
    public record Line(
            int place,
            int sheet,
            int number,
            List<String> cells,
            State state,
            String why,
            @Nullable UUID referral) {

        @Override
        public String toString() {
            return "line " + place;
        }
    }

    /// History that stays when its list is taken back.
    ///
    /// @param reference of the referral; never a name
    public record Stays(UUID referral, String reference, List<BuiltOn> what) {

        public Stays {
            what = List.copyOf(what);
        }
    }

    /// What may have been built on history. Held to the rows of the database by a test.
    public enum BuiltOn {
        REPEAT,
        INCIDENT,
        FLAG,
        AGENDA,
        WITHDRAWAL,
        TRANSFER,
        PROTECTION,
        CONTACT,
        RISK,
        /// Something that lies within it, such as an action.
        WITHIN,
        /// Its persons were corrected, or linked by hand.
        PERSONS
    }

    /// That rows of a list were taken back.
    ///
    /// @param by the name of whoever did
    public record Undone(Instant at, String by, String because, long rows) {

        @Override
        public String toString() {
            return "taken back";
        }
    }

    /// How a row stands. Held to the rows of the database by its constraint.
    public enum State {
        WAITS,
        TAKEN,
        /// The same case was taken before, from this list or another.
        BEFORE,
        REFUSED
    }
}
