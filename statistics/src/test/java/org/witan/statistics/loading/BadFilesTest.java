package org.witan.statistics.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.witan.statistics.loading.ExtractFile.anExtract;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.statistics.BadInput;

/// Files that cannot be used at all: one plain line, nothing loaded, the snapshot before as it was.
class BadFilesTest {
    @TempDir
    Path folder;

    private LoadedStore store;

    @BeforeEach
    void loadSomethingGood() {
        store = LoadedStore.in(folder.resolve("store"));
        store.load(anExtract().rows(3).in(folder, "good.csv"));
    }

    @Test
    void anEmptyFile() throws IOException {
        refused(file(""), "empty");
    }

    @Test
    void aFileThatIsNotThere() {
        refused(folder.resolve("nowhere.csv"), "no such file");
    }

    @Test
    void aHeaderAlone() throws IOException {
        Path file = file("crime_reference,offence_code,recorded_on,force\n");
        assertThat(store.load(file).files().getFirst().read()).isZero();
    }

    @Test
    void aHeaderOfNoKnownKind() throws IOException {
        refused(file("name,colour\nTestperson,blue\n"), "no known kind");
    }

    @Test
    void aStreetFileWithoutOneOfItsColumns() throws IOException {
        refused(file("Crime ID,Month,Falls within,Longitude,Latitude,LSOA code\n"), "crime_type");
    }

    @Test
    void aHeaderThatMixesTwoKinds() throws IOException {
        refused(
                file("Crime ID,Month,Falls within,LSOA code,Crime type,crime_reference,offence_code,recorded_on\n"),
                "mixes");
    }

    @Test
    void aHeaderThatNamesAColumnTwice() throws IOException {
        refused(file("crime_reference,offence_code,recorded_on,offence_code\n"), "twice");
    }

    @Test
    void columnsPartedBySemicolons() throws IOException {
        refused(file("crime_reference;offence_code;recorded_on\n"), "commas");
    }

    @Test
    void aSpreadsheet() throws IOException {
        refused(file("PK\u0003\u0004rest"), "spreadsheet");
    }

    @Test
    void utf16() throws IOException {
        Path file = folder.resolve("utf16.csv");
        Files.write(file, "\uFEFFcrime_reference,offence_code,recorded_on\n".getBytes(StandardCharsets.UTF_16LE));
        refused(file, "UTF-16");
    }

    @Test
    void aBinaryFileWithACsvHeader() throws IOException {
        Path file = folder.resolve("binary.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("crime_reference,offence_code,recorded_on\n".getBytes(StandardCharsets.UTF_8));
            out.write("x".repeat(300_000).getBytes(StandardCharsets.UTF_8));
            out.write(new byte[] {0, 1, 2, 0});
        }
        refused(file, "zero byte");
    }

    @Test
    void aQuotationMarkThatNeverCloses() {
        Path file = anExtract()
                .row()
                .line("SYN-9,\"8Q,2021-09-14")
                .rows(50, "force", "Staffordshire")
                .in(folder, "q.csv");
        refused(file, "line 3");
    }

    @Test
    void aLineOfFourGibibytes() throws IOException {
        Path file = folder.resolve("endless.csv");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write("crime_reference,offence_code,recorded_on\n".getBytes(StandardCharsets.UTF_8));
            sparse.write("x".repeat(3 << 20).getBytes(StandardCharsets.UTF_8));
            sparse.setLength(4L << 30);
        }
        refused(file, "longer than 1 MiB");
    }

    @Test
    void aFileThatWasCutOffKeepsItsWholeRowsAndRejectsTheBrokenOne() throws IOException {
        Path whole = anExtract()
                .row("crime_reference", "A1")
                .row("crime_reference", "A2")
                .in(folder, "w.csv");
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.csv"), java.util.Arrays.copyOf(bytes, bytes.length - 60));
        var report = store.load(cut).files().getFirst();
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.rejections()).extracting(Rejection::code).containsExactly("too-few-columns");
    }

    @Test
    void oneBadFileAmongGoodOnesLoadsNone() throws IOException {
        Path good = anExtract().row("crime_reference", "NEW").in(folder, "new.csv");
        Path bad = file("name,colour\n");
        assertThatThrownBy(() -> store.load(good, bad)).isInstanceOf(BadInput.class);
        assertUnchanged();
    }

    @Test
    void aSecondLoadWhileOneRuns() {
        Path file = anExtract().row("crime_reference", "NEW").in(folder, "new.csv");
        try (var first = new org.witan.statistics.store.Store(store.folder()).begin()) {
            assertThat(first.id()).isEqualTo("S0002");
            refused(file, "Another load");
        }
    }

    @Test
    void aFullDisk() {
        Path file = anExtract().rows(20).in(folder, "new.csv");
        ThrowingCallable load = () -> OnAFullDisk.load(store.folder(), file);
        assertThatThrownBy(load).isInstanceOf(BadInput.class).hasMessageContaining("disk is full");
        assertUnchanged();
    }

    @Test
    void aLoadThatWasKilledLeavesTheSnapshotAndTheNextOneClearsUp() throws Exception {
        ExtractFile many = anExtract();
        many.rows(40_000);
        Path file = many.in(folder, "many.csv");
        Process child = LoadInAnotherProcess.start(store.folder(), file);
        LoadInAnotherProcess.awaitStaging(store.folder(), child);
        child.destroyForcibly().waitFor();
        assertUnchanged();
        assertThat(store.load(file).files().getFirst().accepted()).isEqualTo(40_000);
        try (Stream<Path> staging = Files.list(store.folder().resolve("staging"))) {
            assertThat(staging).isEmpty();
        }
    }

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("bad.csv"), content);
    }

    private void refused(Path file, String because) {
        assertThatThrownBy(() -> store.load(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(because)
                .message()
                .doesNotContain("\n");
        assertUnchanged();
    }

    private void assertUnchanged() {
        assertThat(store.current().id()).isEqualTo("S0001");
        assertThat(store.crimes("count(*)")).isEqualTo(3);
    }
}
