package org.witan.linkage.comparison;

import org.witan.linkage.text.JaroWinkler;
import org.witan.linkage.text.Word;
import org.witan.linkage.text.WordSketch;

/// The values of a column as words that are likened letter by letter, with the sketches that rule most pairs out.
record Words(Sketches counts, Sketches beginnings, Prepared<Word> words) {

    /// Whether a value of one column and a value of another, or the same, are by Jaro-Winkler at least so alike.
    static boolean isAtLeast(double limit, Words ones, int one, Words others, int other) {
        double most = WordSketch.most(
                ones.counts.of(one), ones.beginnings.of(one), others.counts.of(other), others.beginnings.of(other));
        return most >= limit && JaroWinkler.likeness(ones.words.of(one), others.words.of(other)) >= limit;
    }
}
