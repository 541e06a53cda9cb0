package org.witan.linkage.record;

/// How common values are among all records, where only a few of them are at hand: the rest may stand in a database.
///
/// Values are those that a [Fields] writes, so `Smith ` is asked for as `smith`. Numbers may be some hours old: a
/// match weight hardly feels it.
public interface Commonness {
    /// What a word tells where nobody knows how common it is: that of one in 100 records.
    double UNKNOWN_WORD = 0.01;

    /// Nothing is known: each value then tells what values of its field tell on average.
    Commonness UNKNOWN = new Commonness() {
        @Override
        public long records() {
            return 2;
        }

        @Override
        public long given(String field) {
            return 0;
        }

        @Override
        public long of(String field, String value) {
            return 0;
        }

        @Override
        public double shareOfWord(String field, String word) {
            return UNKNOWN_WORD;
        }
    };

    /// How many records there are.
    long records();

    /// How many records have the field at all; 0 where it is not known how common its values are.
    long given(String field);

    /// How many records have this value of the field, those that are compared among them.
    long of(String field, String value);

    /// The share of the records with the field that have this word in it, from 0 to 1.
    double shareOfWord(String field, String word);
}
