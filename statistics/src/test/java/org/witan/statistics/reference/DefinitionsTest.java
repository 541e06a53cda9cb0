package org.witan.statistics.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.witan.statistics.BadInput;

final class DefinitionsTest {
    private static final String SETS =
            "name,title,version,status,condition,street_categories,valid_from,valid_to,source,note\n";
    private static final String MEMBERS = "set,version,code,valid_from,valid_to,source\n";
    private static final String BREAKS =
            "id,title,kind,valid_from,valid_to,codes,flags,areas,action,nets_out,effect,reason,source,status\n";

    @TempDir
    private Path folder;

    private final Definitions shipped = Definitions.shippedWith(null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "areas.csv", "district-changes.csv", "force-names.csv", "lsoa.csv", "offence-code-forms.csv",
                "offence-set-members.csv", "offence-sets.csv", "offences.csv", "outcomes.csv", "population.csv",
                "series-breaks.csv"
            })
    void saysOfEveryRowWhereItComesFrom(String file) {
        Set<String> known = shipped.sources().keySet();
        ReferenceFile.shipped(file).each(row -> {
            assertThat(row.words("source")).isNotEmpty().isSubsetOf(known);
            row.validity();
        });
    }

    @Test
    void givesTheAttributionOfAllPublicSectorData() {
        assertThat(shipped.sources().values())
                .filteredOn(source -> source.licence().startsWith("OGL"))
                .isNotEmpty()
                .allMatch(source -> source.attribution().contains("Open Government Licence v3.0"));
    }

    @Test
    void fillsEverySetWithKnownOffences() {
        assertThat(shipped.sets().all()).hasSizeGreaterThan(60).allSatisfy(set -> {
            assertThat(set.codes())
                    .allMatch(code -> shipped.offences().find(code).isPresent());
            assertThat(set.codes().isEmpty() && set.streetCategories().isEmpty())
                    .isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({"stalking, 8Q", "malicious-communications, 8R", "coercive-control, 8U", "STALKING, 8Q"})
    void namesTheOffencesOfASet(String set, String code) {
        assertThat(shipped.sets().the(set).codes()).containsExactly(new OffenceCode(code));
    }

    @Test
    void knowsDomesticAbuseAsAFlagAndNotAsAnOffence() {
        OffenceSet domestic = shipped.sets().the("domestic-abuse");
        assertThat(domestic.condition()).isEqualTo(Map.of("domestic", "yes"));
        assertThat(domestic.codes())
                .containsAll(shipped.sets().the("violence-against-the-person").codes());
    }

    @Test
    void makesThePlanPageOfItsNineSubgroups() {
        List<OffenceSet> parts = List.of(
                        "malicious-communications",
                        "harassment",
                        "assault",
                        "stalking",
                        "more-serious-violence",
                        "serious-sexual",
                        "rape",
                        "other-sexual",
                        "public-order")
                .stream()
                .map(name -> shipped.sets().the("vawg-" + name))
                .toList();
        assertThat(parts)
                .allSatisfy(part ->
                        assertThat(part.condition()).isEqualTo(Map.of("victim_sex", "female", "domestic", "no")));
        assertThat(shipped.sets().the("vawg-plan-page").codes())
                .isEqualTo(parts.stream().flatMap(part -> part.codes().stream()).collect(Collectors.toSet()));
        assertThat(parts.stream().mapToInt(part -> part.codes().size()).sum())
                .isEqualTo(shipped.sets().the("vawg-plan-page").codes().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "more-serious-violence",
                "serious-sexual",
                "less-serious-violence",
                "vawg-more-serious-violence",
                "vawg-serious-sexual"
            })
    void marksTheLocalSetsAsUnconfirmed(String name) {
        assertThat(shipped.sets().the(name).status()).isEqualTo("unconfirmed");
    }

    @Test
    void leavesOutOfThePsniDefinitionWhatItLeavesOut() {
        assertThat(shipped.sets().the("vawg-psni").codes())
                .extracting(OffenceCode::value)
                .contains("8Q", "19C", "1")
                .doesNotContain("4.10", "4.4", "37.1", "8S", "104", "9A");
    }

    @Test
    void namesTheStreetCategoryThatIsExactlyASet() {
        assertThat(shipped.sets().the("robbery").streetCategories()).containsExactly("robbery");
        assertThat(shipped.sets().the("stalking").streetCategories()).isEmpty();
        assertThat(shipped.sets().the("police-uk-anti-social-behaviour").codes())
                .isEmpty();
    }

    @Test
    void saysWhichSetsAreNear() {
        assertThatThrownBy(() -> shipped.sets().the("stalkin"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("stalking");
    }

    @ParameterizedTest
    @CsvSource({
        "stalking-own-class-2014, REFUSE, true",
        "malicious-communications-2017, REFUSE, true",
        "former-partner-stalking-2020, REFUSE, true",
        "course-of-conduct-2018, REFUSE, false",
        "domestic-flag-2015, REFUSE, false",
        "pandemic-2020-21, WARN, false",
        "greater-manchester-2019, WARN, false",
        "national-standard-2002, WARN, false"
    })
    void saysWhatABreakDoesToAComparison(String id, SeriesBreak.Action action, boolean netsOut) {
        assertThat(shipped.breaks())
                .filteredOn(found -> found.id().equals(id))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.action()).isEqualTo(action);
                    assertThat(found.netsOut()).isEqualTo(netsOut);
                });
    }

    @Test
    void knowsTheOutcomesAndThatNotYetAssignedIsNone() {
        assertThat(shipped.outcomes()).extracting(OutcomeType::code).contains("0", "1", "14", "15", "16", "22");
        assertThat(shipped.outcomes())
                .filteredOn(outcome -> List.of("14", "16").contains(outcome.code()))
                .allMatch(outcome -> outcome.group().equals("evidential-victim-does-not-support"));
    }

    @Test
    void laysThePartnershipsSetsOverTheShippedOnes() throws IOException {
        // A spreadsheet puts a byte order mark in front.
        write("offence-sets.csv", "\uFEFF" + SETS + "stalking,Ours,2,local,domestic=yes,,,,council,\n");
        write("offence-set-members.csv", MEMBERS + "stalking,2,8Q,,,council\nstalking,2,8/30,,,council\n");
        Definitions own = Definitions.shippedWith(folder);
        assertThat(own.sets().the("stalking").title()).isEqualTo("Ours");
        assertThat(own.sets().the("stalking").codes())
                .extracting(OffenceCode::value)
                .containsOnly("8Q", "8L");
        assertThat(own.sets().the("harassment")).isEqualTo(shipped.sets().the("harassment"));
        assertThat(own.version()).isNotEqualTo(shipped.version()).hasSize(12);
    }

    @Test
    void letsAPartnershipReplaceAndRemoveBreaks() throws IOException {
        write(
                "series-breaks.csv",
                BREAKS + "pandemic-2020-21,,,,,,,,remove,,,,,\n"
                        + "new-system,New system,missing-data,2022-05-01,2022-05-31,,,E23000015,WARN,no,down,Why,force,published\n");
        assertThat(Definitions.shippedWith(folder).breaks())
                .extracting(SeriesBreak::id)
                .contains("new-system")
                .doesNotContain("pandemic-2020-21");
    }

    @Test
    void namesFileAndLineOfABreakThatCannotBeUsed() throws IOException {
        write("series-breaks.csv", BREAKS + "x,X,flag,2022-05-01,,8ZZ,,,WARN,no,down,Why,force,published\n");
        assertThatThrownBy(() -> Definitions.shippedWith(folder).breaks())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("series-breaks.csv, line 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "own,Own,1,local,,,,,council, | own,1,8ZZ,,,council | offence-set-members.csv, line 2",
                "own,Own,1,local,,,,,council, | own,2,8Q,,,council | neither codes",
                "own,Own,1,local,,robbery,,,council, | other,1,8Q,,,council | other 1",
                "own,Own,1,wrong,,,,,council, | own,1,8Q,,,council | offence-sets.csv, line 2",
                "own,Own,1,local,female,,,,council, | own,1,8Q,,,council | victim_sex=female",
            })
    void refusesSetsThatDoNotFitTogether(String set, String member, String message) throws IOException {
        write("offence-sets.csv", SETS + set + "\n");
        write("offence-set-members.csv", MEMBERS + member + "\n");
        assertThatThrownBy(() -> Definitions.shippedWith(folder).sets())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws IOException {
        Files.write(
                folder.resolve("offence-sets.csv"),
                (SETS + "own,Caf\u00e9,1,local,,robbery,,,council,\n").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Definitions.shippedWith(folder).sets())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("not UTF-8");
    }

    @Test
    void takesAnAbsentFolderForNone() {
        assertThat(Definitions.shippedWith(folder.resolve("none")).version()).isEqualTo(shipped.version());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
