package org.witan.people;

import java.util.Map;
import org.witan.linkage.record.Commonness;
import org.witan.linkage.record.Counted;

/// How common the values of one record are among all, asked once.
///
/// What the record does not have is not asked about: evidence by frequency comes from values that two records share.
record Common(Map<Counted, Long> counts) implements Commonness {
    /// Among fewer records nothing is rare: then each value tells what values of its field tell on average.
    private static final long TELLING = 5_000;

    @Override
    public long records() {
        return Math.max(2, counts.getOrDefault(Counted.ALL, 0L));
    }

    @Override
    public long given(String field) {
        long given = counts.getOrDefault(Counted.having(field), 0L);
        return given < TELLING ? 0 : given;
    }

    @Override
    public long of(String field, String value) {
        return counts.getOrDefault(new Counted(field, value), 1L);
    }

    @Override
    public double shareOfWord(String field, String word) {
        long given = given(field);
        Long known = counts.get(Counted.word(field, word));
        return given == 0 || known == null ? UNKNOWN_WORD : (double) known / given;
    }
}
