package org.witan.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Each measure against a slow one written down from its definition, on seeded words of all lengths.
class TextTest {
    private static final String[] LETTERS = {"ab", "abcdef", "abcdefghijklmnopqrstuvwxyz", "aé ñ", "аб張ж"};

    @Test
    void jaroWinklerAgreesWithItsDefinitionOnWordsOfEveryLength() {
        var random = new Random(1);
        for (int round = 0; round < 60_000; round++) {
            String left = word(random);
            String right = random.nextInt(3) == 0 ? changed(left, random) : word(random);
            double expected = SlowText.jaroWinkler(left, right);
            assertThat(JaroWinkler.likeness(left, right))
                    .as("%s %s", left, right)
                    .isCloseTo(expected, within(1e-12));
            assertThat(WordSketch.most(
                            WordSketch.counts(left),
                            WordSketch.beginning(left),
                            WordSketch.counts(right),
                            WordSketch.beginning(right)))
                    .as("%s %s", left, right)
                    .isGreaterThanOrEqualTo(expected);
        }
    }

    @Test
    void jaroWinklerGivesTheFiguresThatWinklerPrinted() {
        assertThat(JaroWinkler.likeness("martha", "marhta")).isCloseTo(0.9611, within(1e-4));
        assertThat(JaroWinkler.likeness("dwayne", "duane")).isCloseTo(0.84, within(1e-4));
        assertThat(JaroWinkler.likeness("dixon", "dicksonx")).isCloseTo(0.8133, within(1e-4));
    }

    @Test
    void damerauLevenshteinAgreesWithItsDefinition() {
        var random = new Random(2);
        for (int round = 0; round < 60_000; round++) {
            String left = word(random);
            String right = random.nextInt(2) == 0 ? changed(left, random) : word(random);
            int expected = SlowText.lettersApart(left, right);
            assertThat(DamerauLevenshtein.distance(left, right))
                    .as("%s %s", left, right)
                    .isEqualTo(expected);
            assertThat(DamerauLevenshtein.distance(right, left)).isEqualTo(expected);
            assertThat(DamerauLevenshtein.distance(Word.of(left), Word.of(right)))
                    .as("%s %s", left, right)
                    .isEqualTo(expected);
        }
    }

    @Test
    void wordsLongerThanANumberHasBitsAreComparedToo() {
        String ninety = "abcdefghi".repeat(10);
        assertThat(DamerauLevenshtein.distance(ninety, ninety.substring(2))).isEqualTo(2);
        assertThat(JaroWinkler.likeness(ninety, ninety + "x")).isGreaterThan(0.99);
    }

    @Test
    void spellingsOfOneNameSoundAlikeWhateverLanguageTheyComeFrom() {
        String[][] alike = {
            {"mohammed", "muhammad", "mohamed"},
            {"kowalski", "kowalska"},
            {"catherine", "kathryn"},
            {"singh", "sing"},
            {"yusuf", "yousef"},
            {"khan", "kahn"},
            {"ivanov", "ivanova"}
        };
        for (String[] names : alike) {
            for (String name : names) {
                assertThat(Sound.code(name)).as(name).isEqualTo(Sound.code(names[0]));
            }
        }
        assertThat(Sound.code("smith")).isNotEqualTo(Sound.code("jones"));
        assertThat(Sound.code("張偉")).isEmpty();
    }

    @Test
    void nicknamesGoTogetherAndStrangersDoNot() {
        var names = Nicknames.shipped();
        assertThat(names.goTogether("bill", "william")).isTrue();
        assertThat(names.goTogether("william", "bill")).isTrue();
        assertThat(names.goTogether("will", "bill")).isTrue();
        assertThat(names.goTogether("ann", "george")).isFalse();
        assertThat(names.goTogether("no such", "name")).isFalse();
    }

    @Test
    void aNameTellsWhichOthersGoWithIt() {
        var names = Nicknames.shipped();
        assertThat(names.of("bill")).contains("william", "will").doesNotContain("bill", "george");
        assertThat(names.of("no such")).isEmpty();
    }

    @Test
    void foldingKeepsOtherScriptsAndMendsWhatWasReadWrongly() {
        assertThat(Folding.words("  O’Brien-SMITH ")).isEqualTo("obrien smith");
        assertThat(Folding.words("José")).isEqualTo("jose").isEqualTo(Folding.words("JosÃ©"));
        assertThat(Folding.words("Łukasz")).isEqualTo("lukasz");
        assertThat(Folding.words("Иванов")).isEqualTo("ivanov");
        assertThat(Folding.words("張 偉")).isEqualTo("張 偉");
        assertThat(Folding.words("--")).isEmpty();
    }

    @Test
    void daysAreReadAsPeopleWriteThem() {
        for (String day :
                new String[] {"1990-02-01", "19900201", "1/2/1990", "01.02.90", "1 Feb 1990", "1st February 1990"}) {
            assertThat(Day.digits(day)).as(day).isEqualTo("19900201");
        }
        assertThat(Day.digits("12/31/1990")).isEqualTo("19901231");
        assertThat(Day.digits("1855-86-20")).isEqualTo("18558620");
        assertThat(Day.digits("unknown")).isEmpty();
        assertThat(Day.isDay("18558620")).isFalse();
    }

    @Test
    void postcodesHaveTheirParts() {
        assertThat(Postcode.part(Postcode.written("st16 3ar"), Postcode.Part.SECTOR))
                .isEqualTo("ST163");
        assertThat(Postcode.part("ST163AR", Postcode.Part.DISTRICT)).isEqualTo("ST16");
        assertThat(Postcode.part("B11AA", Postcode.Part.AREA)).isEqualTo("B");
        assertThat(Postcode.part("2119", Postcode.Part.DISTRICT)).isEmpty();
    }

    @Test
    void checkDigitsTellAWrongNumber() {
        assertThat(CheckDigit.MODULO_11.holds("9434765919")).isTrue();
        assertThat(CheckDigit.MODULO_11.holds("9434765918")).isFalse();
        assertThat(CheckDigit.MODULO_11.holds("0000000000")).isFalse();
        assertThat(CheckDigit.LUHN.holds("79927398713")).isTrue();
        assertThat(CheckDigit.LUHN.holds("79927398710")).isFalse();
    }

    private static String word(Random random) {
        String letters = LETTERS[random.nextInt(LETTERS.length)];
        int length = random.nextInt(random.nextInt(8) == 0 ? 70 : 12);
        var word = new StringBuilder();
        for (int at = 0; at < length; at++) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    private static String changed(String word, Random random) {
        var changed = new StringBuilder(word);
        for (int times = random.nextInt(3); times >= 0 && changed.length() > 1; times--) {
            int at = random.nextInt(changed.length() - 1);
            switch (random.nextInt(4)) {
                case 0 -> changed.deleteCharAt(at);
                case 1 -> changed.insert(at, 'q');
                case 2 -> changed.setCharAt(at, 'z');
                default -> {
                    char c = changed.charAt(at);
                    changed.setCharAt(at, changed.charAt(at + 1));
                    changed.setCharAt(at + 1, c);
                }
            }
        }
        return changed.toString();
    }
}
