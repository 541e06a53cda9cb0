package org.witan.statistics.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.witan.statistics.loading.ExtractFile.anExtract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.statistics.BadInput;
import org.witan.statistics.store.Table;

class LoadingAnExtractTest {
    @TempDir
    Path folder;

    private LoadedStore store() {
        return LoadedStore.in(folder.resolve("store"));
    }

    @Test
    void acceptsEveryGoodRowAndAddsItUp() {
        var store = store();
        var report = store.load(anExtract().rows(3).in(folder, "a.csv")).files().getFirst();
        assertThat(report.read()).isEqualTo(3);
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.rejected()).isZero();
        assertThat(report.synthetic()).isTrue();
        assertThat(store.crimes("count(*)")).isEqualTo(3);
        assertThat(store.crimes("count(*) FILTER (offence = '8Q' AND district = 'E07000196' AND force = 'E23000015')"))
                .isEqualTo(3);
    }

    @Test
    void readsACodeHoweverItIsPrinted() {
        var store = store();
        store.load(anExtract()
                .row("offence_code", "008/30")
                .row("offence_code", "8/30")
                .row("offence_code", "00830")
                .row("offence_code", "8l")
                .in(folder, "a.csv"));
        assertThat(store.crimes("count(*) FILTER (offence = '8L')")).isEqualTo(4);
    }

    @Test
    void readsDaysTheBritishWayWhenTheFileDoes() {
        var store = store();
        store.load(anExtract()
                .row("recorded_on", "03/04/2021", "committed_from", "02/04/2021", "outcome_on", "01/05/2021")
                .in(folder, "a.csv"));
        assertThat(store.crimes("count(*) FILTER (recorded_on = DATE '2021-04-03')"))
                .isEqualTo(1);
    }

    @Test
    void rejectsEachBadRowWithItsReasonAndLine() {
        var report = store().load(anExtract()
                        .row()
                        .row("offence_code", "08-Jan")
                        .row("offence_code", "999X")
                        .row("recorded_on", "2021-02-30")
                        .row("recorded_on", "2031-01-01")
                        .row("committed_from", "2021-09-15")
                        .row("outcome_on", "2021-09-13")
                        .row("area_code", "E01999999")
                        .row("victim_age", "340")
                        .row("domestic", "perhaps")
                        .row("force", "Narnia")
                        .line("SYN-X,8Q,2021-09-14")
                        .line("")
                        .row("crime_reference", "")
                        .headerAgain()
                        .row("place", "moon")
                        .in(folder, "bad.csv"))
                .files()
                .getFirst();
        assertThat(report.rejections())
                .extracting(Rejection::code, Rejection::lines)
                .containsExactlyInAnyOrder(
                        rejected("offence-became-a-date", 3),
                        rejected("unknown-offence", 4),
                        rejected("not-a-date:recorded_on", 5),
                        rejected("recorded-in-future", 6),
                        rejected("committed-after-recorded", 7),
                        rejected("outcome-before-recorded", 8),
                        rejected("unknown-area", 9),
                        rejected("impossible-age", 10),
                        rejected("not-yes-no-unknown:domestic", 11),
                        rejected("unknown-force", 12),
                        rejected("too-few-columns", 13),
                        rejected("no-reference", 15),
                        rejected("header-again", 16),
                        rejected("unknown-value:place", 17));
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.read()).isEqualTo(15);
    }

    private static org.assertj.core.groups.Tuple rejected(String code, long line) {
        return org.assertj.core.api.Assertions.tuple(code, List.of(line));
    }

    @Test
    void listsEveryRejectedLineInAFileWithoutWhatItHeld() throws IOException {
        var store = store();
        var report = store.load(
                anExtract().rows(2).rows(3, "offence_code", "Testperson").in(folder, "bad.csv"));
        Path list = store.folder().resolve(report.rejectedRows());
        assertThat(Files.readAllLines(list))
                .containsExactly(
                        "file,line,reason",
                        "\"bad.csv\",4,unknown-offence",
                        "\"bad.csv\",5,unknown-offence",
                        "\"bad.csv\",6,unknown-offence");
    }

    @Test
    void ofRowsWithOneReferenceTheLastStands() {
        var store = store();
        var report = store.load(anExtract()
                        .row("crime_reference", "A", "offence_code", "8L")
                        .row("crime_reference", "B")
                        .row("crime_reference", "A", "offence_code", "8Q")
                        .in(folder, "a.csv"))
                .files()
                .getFirst();
        assertThat(report.rejections())
                .extracting(Rejection::code, Rejection::lines)
                .containsExactly(rejected("repeated-reference", 2));
        assertThat(store.crimes("count(*) FILTER (reference = 'A' AND offence = '8Q')"))
                .isEqualTo(1);
        assertThat(store.crimes("count(*)")).isEqualTo(2);
    }

    @Test
    void loadingTheSameFileTwiceChangesNothing() {
        var store = store();
        Path file = anExtract().rows(5).in(folder, "a.csv");
        store.load(file);
        var again = store.load(file);
        assertThat(again.changed()).isFalse();
        assertThat(again.snapshot()).isEqualTo("S0001");
        assertThat(again.files().getFirst().alreadyLoaded()).isTrue();
        assertThat(store.crimes("count(*)")).isEqualTo(5);
    }

    @Test
    void aCorrectionReplacesByReferenceAndACancellationTakesOut() {
        var store = store();
        store.load(anExtract().rows(4).in(folder, "a.csv"));
        var report = store.load(anExtract()
                        .row("offence_code", "8L")
                        .row("record_status", "cancelled")
                        .row("crime_reference", "NEW")
                        .row("crime_reference", "NEVER-SEEN", "record_status", "cancelled")
                        .in(folder, "b.csv"))
                .files()
                .getFirst();
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.replaced()).isEqualTo(1);
        assertThat(report.cancelled()).isEqualTo(2);
        assertThat(report.removed()).isEqualTo(1);
        assertThat(store.crimes("count(*)")).isEqualTo(4);
        assertThat(store.crimes("count(*) FILTER (reference = 'SYN-1' AND offence = '8L')"))
                .isEqualTo(1);
        assertThat(store.crimes("count(*) FILTER (reference = 'SYN-2')")).isZero();
    }

    @Test
    void twoForcesMayUseTheSameReference() {
        var store = store();
        store.load(anExtract().row("crime_reference", "A").in(folder, "a.csv"));
        var report = store.load(anExtract()
                        .row("crime_reference", "A", "force", "West Mercia", "area_code", "")
                        .row("crime_reference", "A", "force", "Cheshire", "area_code", "")
                        .in(folder, "b.csv"))
                .files()
                .getFirst();
        assertThat(report.added()).isEqualTo(2);
        assertThat(store.crimes("count(*)")).isEqualTo(3);
    }

    @Test
    void anEarlierSnapshotKeepsWhatItHeld() {
        var store = store();
        store.load(anExtract().rows(4).in(folder, "a.csv"));
        store.load(anExtract().row("record_status", "cancelled").in(folder, "b.csv"));
        assertThat(store.crimes("count(*)")).isEqualTo(3);
        assertThat(store.crimes("S0001", "count(*)")).isEqualTo(4);
    }

    @Test
    void keepsPersonColumnsOutOfTheStore() throws IOException {
        var store = store();
        Path file = folder.resolve("persons.csv");
        Files.writeString(file, """
                crime_reference,offence_code,recorded_on,force,victim_surname,victim_address,shoe_size,data_notice
                SYN-1,8Q,2021-09-14,Staffordshire,Testperson,1 Nowhere Lane,7,SYNTHETIC
                """);
        var report = store.load(file).files().getFirst();
        assertThat(report.personColumns()).containsExactly("victim_surname", "victim_address");
        assertThat(report.ignoredColumns()).containsExactly("shoe_size");
        assertThat(store.everyByte()).doesNotContain("Testperson").doesNotContain("Nowhere Lane");
    }

    @Test
    void neverMixesInventedAndRealCrimes() {
        var store = store();
        store.load(anExtract().rows(2).in(folder, "a.csv"));
        Path real = anExtract().row("crime_reference", "R1", "data_notice", "").in(folder, "real.csv");
        Path mixed = anExtract().row().row("data_notice", "").in(folder, "mixed.csv");
        assertThatThrownBy(() -> store.load(real)).isInstanceOf(BadInput.class).hasMessageContaining("another store");
        assertThatThrownBy(() -> store().load(mixed))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("synthetic");
        assertThat(store.crimes("count(*)")).isEqualTo(2);
    }

    @Test
    void namesTheLineThatIsNotUtf8WhereNoRowCanBeMadeOfIt() {
        Path file = anExtract().row().row("place", "caf\u00e9").in(folder, "latin.csv", StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> store().load(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 3: not UTF-8");
    }

    @Test
    void rejectsARowWhoseFreeTextIsNotUtf8() {
        Path file = anExtract()
                .row()
                .row("data_notice", "SYNTHETIC caf\u00e9")
                .in(folder, "latin.csv", StandardCharsets.ISO_8859_1);
        assertThat(store().load(file).files().getFirst().rejections())
                .extracting(Rejection::code, Rejection::lines)
                .containsExactly(rejected("not-utf-8", 3));
    }

    @Test
    void understandsTheUsualSpellingsOfAValue() {
        var store = store();
        store.load(anExtract()
                .row("domestic", "Y", "victim_sex", "F", "place", "Public Space")
                .row("domestic", "TRUE", "victim_sex", "Female", "place", "public_space")
                .row("domestic", "1", "victim_sex", "FEMALE", "place", "PUBLIC-SPACE")
                .row("domestic", "", "victim_sex", "", "place", "")
                .in(folder, "a.csv"));
        assertThat(store.crimes(
                        "count(*) FILTER (domestic = 'yes' AND victim_sex = 'female' AND place = 'public-space')"))
                .isEqualTo(3);
        assertThat(store.crimes("count(*) FILTER (domestic IS NULL AND victim_sex IS NULL AND place IS NULL)"))
                .isEqualTo(1);
    }

    @Test
    void marksTheMonthThatTheExtractHoldsOnlyInPart() {
        var store = store();
        ExtractFile file = anExtract();
        for (int day = 1; day <= 30; day++) {
            String date = "2021-09-%02d".formatted(day);
            file.rows(3, "recorded_on", date, "committed_from", date);
        }
        for (int day = 1; day <= 12; day++) {
            String date = "2021-10-%02d".formatted(day);
            file.rows(3, "recorded_on", date, "committed_from", date);
        }
        store.load(file.in(folder, "a.csv"));
        assertThat(store.current().coverage().spans())
                .filteredOn(span -> span.table() == Table.CRIME)
                .extracting(span -> span.from() + " " + span.rows() + " " + span.complete())
                .containsExactly("2021-09-01 90 true", "2021-10-01 36 false");
    }

    @Test
    void aFolderNamedLikeAColumnDoesNotChangeWhatAFileSays() throws IOException {
        var named = Files.createDirectories(folder.resolve("domestic=yes"));
        var store = LoadedStore.in(named.resolve("store"));
        store.load(anExtract().rows(3).in(named, "a.csv"));
        store.load(anExtract().row("offence_code", "8L").in(named, "b.csv"));
        assertThat(store.crimes("count(*) FILTER (domestic = 'no')")).isEqualTo(3);
    }

    @Test
    void aNameThatLooksLikeAPatternIsOneFile() throws IOException {
        var named = Files.createDirectories(folder.resolve("s*[x]"));
        Files.createDirectories(folder.resolve("sother"));
        LoadedStore.in(folder.resolve("sotherx").resolve("store"))
                .load(anExtract().rows(5).in(folder, "other.csv"));
        var store = LoadedStore.in(named.resolve("store"));
        var report = store.load(anExtract().rows(3).in(folder, "*.csv"));
        assertThat(report.files().getFirst().accepted()).isEqualTo(3);
        assertThat(store.crimes("count(*)")).isEqualTo(3);
    }

    @Test
    void aPlainFileWithTheNameOfACompressedOneIsRead() {
        var store = store();
        store.load(anExtract().rows(3).in(folder, "a.csv.gz"));
        assertThat(store.crimes("count(*)")).isEqualTo(3);
    }

    @Test
    void saysWhichColumnsAMonthNeverFills() {
        var store = store();
        store.load(anExtract()
                .row("domestic", "", "recorded_on", "2021-09-14")
                .row("recorded_on", "2021-10-14")
                .in(folder, "a.csv"));
        var spans = store.current().coverage().spans();
        assertThat(spans.getFirst().unrecorded()).contains("domestic", "hate").doesNotContain("victim_sex");
        assertThat(spans.getLast().unrecorded()).contains("hate").doesNotContain("domestic");
    }

    @Test
    void aLostCurrentFileDoesNotCostTheSnapshots() throws IOException {
        var store = store();
        store.load(anExtract().rows(3).in(folder, "a.csv"));
        store.load(anExtract().rows(4).in(folder, "b.csv"));
        var current = store.folder().resolve("CURRENT");
        var content = Files.readString(current);
        Files.delete(current);
        var third = anExtract().rows(5).in(folder, "c.csv");
        assertThatThrownBy(() -> store.load(third)).isInstanceOf(BadInput.class).hasMessageContaining("CURRENT");
        Files.writeString(current, content);
        assertThat(store.crimes("S0001", "count(*)")).isEqualTo(3);
        assertThat(store.crimes("count(*)")).isEqualTo(4);
    }
}
