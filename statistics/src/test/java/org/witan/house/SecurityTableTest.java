package org.witan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of security requirements is complete, and what it names exists.
class SecurityTableTest {
    private static final Names KNOWN = Names.ofTheCheckout();
    private static final Map<String, String> LEVELS = levels();
    private static final String SAMPLE = """
            | level 1 | 1 | 0 | 0 |
            | level 2 | 0 | 1 | 1 |

            | V1.2.1 | 1 | Escape | met | `Checkout`: `SecurityTableTest.aGoodTableHasNoFault` |
            | V1.2.6 | 2 | LDAP | not applicable | There is none |
            | V1.5.2 | 2 | Read safely | open | No list of what may be read |
            """;
    private static final Map<String, String> OF_THE_SAMPLE = Map.of("V1.2.1", "1", "V1.2.6", "2", "V1.5.2", "2");

    @Test
    void theTableIsCompleteAndWhatItNamesExists() {
        assertThat(LEVELS).hasSize(253);
        assertThat(SecurityTable.of(document("asvs.md")).faults(LEVELS, KNOWN)).isEmpty();
    }

    @Test
    void theCountsBesideTheLinkAreThoseOfTheTable() {
        var table = SecurityTable.of(document("asvs.md"));
        var one = table.counted("1");
        var two = table.counted("2");
        assertThat(document("security.md").replaceAll("\\s+", " "))
                .contains("%d met, %d not applicable, %d open"
                        .formatted(
                                one.met() + two.met(),
                                one.notApplicable() + two.notApplicable(),
                                one.open() + two.open()));
    }

    @Test
    void theDocumentsAboutSecurityNameOnlyClassesThatExist() {
        var name = Pattern.compile("`([A-Z][a-z0-9]+[A-Z][A-Za-z0-9]+(?:\\.[a-z]\\w*)?)`");
        // A name of Java's own.
        var foreign = List.of("SecureRandom");
        assertThat(Stream.of("cryptography.md", "data-protection.md", "limits.md")
                        .flatMap(file -> name.matcher(document(file)).results().map(found -> found.group(1)))
                        .filter(one -> !foreign.contains(one) && !KNOWN.exists(one)))
                .isEmpty();
    }

    @Test
    void aGoodTableHasNoFault() {
        assertThat(SecurityTable.of(SAMPLE).faults(OF_THE_SAMPLE, KNOWN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    V1.2.6 | 2;             V1.2.7 | 2;            V1.2.6 is there 0 times
                    V1.2.6 | 2;             V1.2.1 | 1;            V1.2.1 is there 2 times
                    V1.2.6 | 2;             V1.2.6 | 1;            V1.2.6 is not of level 1
                    not applicable;         partly;                V1.2.6 is neither met
                    There is none;          –;                     V1.2.6 says too little
                    open;                   met;                   V1.5.2 is met by nothing
                    `Checkout`: ;           By ;                   V1.2.1 is met by nothing
                    SecurityTableTest.a;    SecurityTableTest.b;   V1.2.1 names what does not exist
                    `Checkout`;             `NoSuchClass`;         V1.2.1 names what does not exist: NoSuchClass
                    `Checkout`;             `no-such.md`;          V1.2.1 names what does not exist: no-such.md
                    `Checkout`;             `access.no_such`;      V1.2.1 names what does not exist: access.no_such
                    level 1 | 1;            level 1 | 2;           level 1 is counted wrongly
                    level 2 | 0 | 1 | 1;    level 2 | 0 | 2 | 0;   level 2 is counted wrongly
                    """)
    void aBadRowIsFound(String good, String bad, String fault) {
        assertThat(SAMPLE).contains(good);
        assertThat(SecurityTable.of(SAMPLE.replaceFirst(Pattern.quote(good), bad))
                        .faults(OF_THE_SAMPLE, KNOWN))
                .anySatisfy(found -> assertThat(found).startsWith(fault));
    }

    private static String document(String name) {
        return Checkout.text(Checkout.ROOT.resolve("docs").resolve(name));
    }

    /// The identifiers and levels of ASVS 5.0 up to level 2; its sentences are not ours to repeat.
    private static Map<String, String> levels() {
        var levels = new TreeMap<String, String>();
        Path list = Checkout.ROOT.resolve("statistics/src/test/resources/org/witan/house/asvs-5.0-level-2.txt");
        Checkout.text(list).lines().map(line -> line.split(" ", -1)).forEach(words -> levels.put(words[0], words[1]));
        return levels;
    }
}
