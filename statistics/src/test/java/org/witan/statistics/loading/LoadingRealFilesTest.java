package org.witan.statistics.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.statistics.store.Table;

/// Published files against counts made here by splitting lines, without the loader's engine or look-ups.
class LoadingRealFilesTest {
    @TempDir
    Path folder;

    @Test
    void everyLineOfTheSevenStreetFilesIsAccountedFor() throws IOException {
        var store = LoadedStore.in(folder.resolve("store"));
        List<Path> files = RealFiles.allStreet(folder);
        var report = store.load(files.toArray(Path[]::new));
        long all = 0;
        for (int i = 0; i < files.size(); i++) {
            long lines = lines(files.get(i)).size();
            FileReport file = report.files().get(i);
            assertThat(file.read()).as(file.name()).isEqualTo(lines);
            assertThat(file.accepted()).as(file.name()).isEqualTo(lines);
            assertThat(file.rejections()).as(file.name()).isEmpty();
            all += lines;
        }
        assertThat(all).isEqualTo(63_557);
        assertThat(store.number(Table.STREET, "count(*)")).isEqualTo(all);
    }

    @Test
    void streetRowsKeepTheirPublishedAreaAndAreCountedByDistrict() throws IOException {
        var store = LoadedStore.in(folder.resolve("store"));
        List<Path> files = RealFiles.allStreet(folder);
        store.load(files.toArray(Path[]::new));
        long blank = 0;
        long southStaffordshire = 0;
        long antiSocial = 0;
        for (Path file : files) {
            for (String[] line : lines(file)) {
                blank += line[7].isEmpty() ? 1 : 0;
                southStaffordshire += line[8].startsWith("South Staffordshire ") ? 1 : 0;
                antiSocial += line[9].equals("Anti-social behaviour") ? 1 : 0;
            }
        }
        assertThat(store.number(Table.STREET, "count(*) FILTER (area_published IS NULL)"))
                .isEqualTo(blank);
        assertThat(store.number(Table.STREET, "count(*) FILTER (district = 'E07000196')"))
                .isEqualTo(southStaffordshire);
        assertThat(store.number(Table.STREET, "count(*) FILTER (category = 'anti-social-behaviour')"))
                .isEqualTo(antiSocial);
        assertThat(store.number(Table.STREET, "count(*) FILTER (district IS NULL AND area_published IS NOT NULL)"))
                .isZero();
    }

    @Test
    void everyCellOfTheHomeOfficeTableIsAccountedForAndAddsUp() throws IOException {
        var store = LoadedStore.in(folder.resolve("store"));
        Path file = RealFiles.homeOffice(folder);
        var report = store.load(file).files().getFirst();
        long cells = 0;
        long crimes = 0;
        long stalking = 0;
        for (String line : Files.readAllLines(file).subList(1, 23_069)) {
            String printed = line.substring(line.lastIndexOf(',') + 1).strip();
            long number = printed.equals("-00") ? 0 : Long.parseLong(printed);
            cells++;
            crimes += number;
            stalking += line.contains(",Staffordshire,Stalking,") ? number : 0;
        }
        assertThat(cells).isEqualTo(23_068);
        assertThat(stalking).isEqualTo(304);
        assertThat(report.read()).isEqualTo(cells);
        assertThat(report.accepted()).isEqualTo(cells);
        assertThat(store.number(Table.COUNTED, "sum(number)")).isEqualTo(crimes);
        assertThat(store.number(Table.COUNTED, "sum(number) FILTER (force = 'E23000015' AND offence = '8Q')"))
                .isEqualTo(304);
        assertThat(store.number(Table.COUNTED, "sum(number) FILTER (force = 'E23000015' AND offence = '8L')"))
                .isEqualTo(2_422);
    }

    @Test
    void aMonthPublishedAgainTakesThePlaceOfTheOldOne() throws IOException {
        var store = LoadedStore.in(folder.resolve("store"));
        Path first = RealFiles.street(folder, "2024-01");
        Path other = RealFiles.street(folder, "2024-02");
        store.load(first, other);
        List<String> lines = Files.readAllLines(first);
        Path again = Files.write(folder.resolve("again.csv"), lines.subList(0, lines.size() - 15));
        var report = store.load(again).files().getFirst();
        assertThat(report.displaced()).isEqualTo(lines.size() - 1);
        assertThat(report.replaced()).isEqualTo(lines.size() - 16);
        assertThat(store.number(Table.STREET, "count(*)")).isEqualTo(lines.size() - 16 + 7_590);
    }

    private static List<String[]> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(fields -> Arrays.copyOf(fields, 12))
                .toList();
    }
}
