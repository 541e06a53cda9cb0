package org.witan.linkage.comparison;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.witan.linkage.record.Column;
import org.witan.linkage.record.Fields;
import org.witan.linkage.text.Word;
import org.witan.linkage.text.WordSketch;

/// What is made of the values of one column, once for all levels, comparisons and threads that look at it.
record Made(Fields fields, Column column) {
    Sketches sketches(String what, ToLongFunction<String> making) {
        return fields.made(List.of(Sketches.class, column.name(), what), () -> new Sketches(column, making));
    }

    Sketches days() {
        return sketches("days", Days::packed);
    }

    <T> Prepared<T> prepared(String what, Function<String, T> making) {
        return fields.made(List.of(Prepared.class, column.name(), what), () -> new Prepared<>(column, making));
    }

    Words words() {
        return new Words(
                sketches("letters", WordSketch::counts),
                sketches("beginnings", WordSketch::beginning),
                prepared("words", Word::of));
    }

    WordBits wordBits() {
        return fields.made(List.of(WordBits.class, column.name()), () -> new WordBits(column));
    }
}
