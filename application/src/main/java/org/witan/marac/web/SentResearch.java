package org.witan.marac.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.witan.marac.Research;
import org.witan.people.Standing;
import org.witan.site.api.UnusableFields;
import org.witan.site.api.UnusableFields.One;

/// An agency's answer as its system sends it: that nothing is known, or what is.
record SentResearch(
        @Nullable Boolean nothingKnown, @Nullable List<@Nullable Item> items) {
    private static final int MOST = 50;
    private static final int WORDS = 10_000;
    private static final int RELEVANCE = 2_000;
    private static final int HAPPENED = 200;

    /// What is known; empty for nothing. The bounds are those of the page.
    ///
    /// @param words of what is wrong, by the end of their key
    /// @throws UnusableFields when some of it cannot be used
    List<Research.Given> given(Function<String, String> words) {
        var wrong = new ArrayList<One>();
        List<@Nullable Item> all = Optional.ofNullable(items).orElse(List.of());
        // That nothing is known is said, and never guessed from an empty list.
        if (Boolean.TRUE.equals(nothingKnown) != all.isEmpty()) {
            reject(wrong, words, "nothingKnown", "nothing");
        }
        if (all.size() > MOST) {
            reject(wrong, words, "items", "items");
        }
        var given = new ArrayList<Research.Given>();
        for (int at = 0; at < Math.min(all.size(), MOST); at++) {
            Item item = all.get(at);
            String place = "items[" + at + "]";
            if (item == null) {
                reject(wrong, words, place, "shape");
            } else {
                item.check(wrong, words, place);
                given.add(item.given());
            }
        }
        if (!wrong.isEmpty()) {
            throw new UnusableFields(wrong);
        }
        return given;
    }

    private static void reject(List<One> wrong, Function<String, String> words, String field, String code) {
        wrong.add(new One(field, code, words.apply(code)));
    }

    /// Whether it is a fact or a professional opinion.
    enum Kind {
        FACT,
        OPINION
    }

    /// Something that the agency knows.
    ///
    /// @param happened when it happened, in words
    /// @param share whether the agency means to share it in the meeting
    record Item(
            @Nullable Standing about,
            @Nullable Kind kind,
            @Nullable String happened,
            @Nullable String words,
            @Nullable String relevance,
            @Nullable Boolean share,
            @Nullable String withheldBecause) {

        void check(List<One> wrong, Function<String, String> says, String place) {
            required(wrong, says, place + ".about", about);
            required(wrong, says, place + ".kind", kind);
            required(wrong, says, place + ".share", share);
            required(wrong, says, place + ".words", text(words).isEmpty() ? null : words);
            if (Boolean.FALSE.equals(share)) {
                required(
                        wrong,
                        says,
                        place + ".withheldBecause",
                        text(withheldBecause).isEmpty() ? null : withheldBecause);
            }
            within(wrong, says, place + ".words", words, WORDS);
            within(wrong, says, place + ".happened", happened, HAPPENED);
            within(wrong, says, place + ".relevance", relevance, RELEVANCE);
            within(wrong, says, place + ".withheldBecause", withheldBecause, RELEVANCE);
        }

        Research.Given given() {
            boolean shares = !Boolean.FALSE.equals(share);
            return new Research.Given(
                    about == null ? Standing.OTHER : about,
                    kind == Kind.FACT,
                    text(happened),
                    text(words),
                    text(relevance),
                    shares,
                    shares ? "" : text(withheldBecause));
        }

        private static void required(
                List<One> wrong, Function<String, String> says, String field, @Nullable Object value) {
            if (value == null) {
                reject(wrong, says, field, "missing");
            }
        }

        private static void within(
                List<One> wrong, Function<String, String> says, String field, @Nullable String value, int most) {
            if (text(value).length() > most) {
                reject(wrong, says, field, "long");
            } else if (!SentReferral.isOfLetters(text(value))) {
                reject(wrong, says, field, "letters");
            }
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }

        @Override
        public String toString() {
            return "an item of research";
        }
    }
}
