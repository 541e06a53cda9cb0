package org.witan.voices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands out in somebody's words.
class SuspicionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ring me on 07700 900 123                     | PHONE
            +44 (0)7700-900123                           | PHONE
            he lives at ZZ9 9ZZ                          | POSTCODE
            write to invented@example.org                | ADDRESS
            his account is @inventedperson               | ADDRESS
            it is always Invented from the shop          | NAME
            a man called invented                        | NAME
            Mr Invented                                  | NAME
            a van, ZZ99 ZZZ                              | PLATE
            """)
    void whatMayNameSomebodyIsHeldUp(String words, Suspicion expected) {
        assertThat(Suspicion.in(words)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "It is dark and nobody is about. The lamp is broken.",
                "cars stop and men shout, every day after 3 pm",
                "I was followed"
            })
    void whatNamesNobodyIsNot(String words) {
        assertThat(Suspicion.in(words)).isEmpty();
    }

    @Test
    void marksThatTurnTheLineAreTakenOutAndTheScriptStays() {
        assertThat(Written.of("\u202Eabc\u202C \n  مرحبا 👩‍👧 \u0007")).isEqualTo("abc مرحبا 👩‍👧");
        assertThat(Written.length("👧👧👧")).isEqualTo(3);
    }
}
