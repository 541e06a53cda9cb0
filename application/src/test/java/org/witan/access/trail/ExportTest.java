package org.witan.access.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.access.trail.Finding.Kind;

/// An export is verified where there is no database, line by line.
class ExportTest {
    private static SealedTrail trail;
    private static List<String> lines;

    @TempDir
    Path folder;

    @BeforeAll
    static void export() throws Exception {
        trail = SealedTrail.filled();
        Path file = trail.folder.resolve("trail.jsonl");
        try (var connection = trail.database.owner().getConnection()) {
            connection.setAutoCommit(false);
            var start = new ExportLine.Start(
                    "2026-11-25T00:00:00Z", HeadKey.of(trail.key).name());
            var end = new ExportWriter(file).write(connection, start);
            assertThat(end).isEqualTo(new ExportLine.End(40, 4));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> new ExportWriter(file).write(connection, start))
                    .isInstanceOf(FileAlreadyExistsException.class);
        }
        lines = Files.readAllLines(file);
    }

    @AfterAll
    static void close() {
        trail.close();
    }

    @Test
    void anExportThatNobodyTouchedIsWhole() throws IOException {
        Verdict verdict = verified(lines);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.rows()).isEqualTo(40);
        assertThat(verdict.heads()).isEqualTo(4);
    }

    @Test
    void everyLineThatIsRemovedIsMissed() throws IOException {
        for (int i = 1; i < lines.size(); i++) {
            var fewer = new ArrayList<>(lines);
            fewer.remove(i);
            assertThat(verified(fewer).findings()).as("without line " + i).isNotEmpty();
        }
    }

    @Test
    void everyLineThatStandsTwiceOrElsewhereIsFound() throws IOException {
        for (int i = 1; i < lines.size() - 1; i++) {
            var more = new ArrayList<>(lines);
            more.add(i, lines.get(i));
            assertThat(verified(more).findings()).as("line " + i + " twice").isNotEmpty();
            var moved = new ArrayList<>(lines);
            Collections.swap(moved, i, i + 1);
            assertThat(verified(moved).findings())
                    .as("line " + i + " behind the next")
                    .isNotEmpty();
        }
    }

    @Test
    void everyCharacterThatIsChangedIsFoundInAValue() throws IOException {
        var random = new Random(14);
        for (int i = 0; i < 300; i++) {
            int number = 1 + random.nextInt(lines.size() - 1);
            String line = lines.get(number);
            int place = line.indexOf(':') + 2 + random.nextInt(line.length() - line.indexOf(':') - 3);
            char other = line.charAt(place) == '7' ? '8' : '7';
            String changed = line.substring(0, place) + other + line.substring(place + 1);
            var with = new ArrayList<>(lines);
            with.set(number, changed);
            assertThat(verified(with).findings()).as(changed).isNotEmpty();
        }
    }

    @Test
    void aChangedLineIsNamedWithItsPlace() throws IOException {
        var changed = new ArrayList<>(lines);
        changed.set(7, lines.get(7).replace("127.0.0.1", "192.0.2.1"));
        assertThat(verified(changed).findings()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.CHANGED);
            assertThat(one.position()).isEqualTo(7);
        });
    }

    @Test
    void anExportThatWasCutOffIsMissedAlsoWhenItWasGivenAnotherEnd() throws IOException {
        assertThat(verified(lines.subList(0, 20)).findings())
                .extracting(Finding::kind)
                .contains(Kind.CUT_OFF);
        var shorter = new ArrayList<>(lines.subList(0, 20));
        shorter.add(new ExportLine.End(18, 1).line());
        assertThat(verified(shorter).findings()).extracting(Finding::kind).containsOnly(Kind.CUT_OFF);
        var withoutHeads = new Verifying(trail.key, HeadKey.of(trail.key), null);
        assertThat(withoutHeads.inExport(written(shorter)).findings())
                .as("nothing says that there was more")
                .isEmpty();
    }

    @Test
    void lettersThatAreNoneAndEndlessLinesAreNamed() throws IOException {
        Path broken = folder.resolve("broken");
        Files.write(broken, lines.subList(0, 3), StandardCharsets.UTF_8);
        try (var out = Files.newOutputStream(broken, StandardOpenOption.APPEND)) {
            out.write(new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}', '\n'});
            byte[] block = new byte[1 << 20];
            Arrays.fill(block, (byte) 'x');
            for (int i = 0; i < 20; i++) {
                out.write(block);
            }
            out.write('\n');
        }
        assertThat(new Verifying(null, null, null).inExport(broken).findings())
                .extracting(Finding::line)
                .contains("UNREADABLE: line 4 cannot be read.", "UNREADABLE: line 5 cannot be read.");
    }

    @Test
    void whatIsNoExportIsSaidToBeNone() throws IOException {
        for (String content : List.of("", "\n", "nothing\n", "{}\n", "[1]\n", "null\n", lines.get(1) + "\n")) {
            Path file = Files.createTempFile(folder, "no", ".jsonl");
            Files.writeString(file, content);
            assertThatThrownBy(() -> new Verifying(null, null, null).inExport(file))
                    .as(content)
                    .isInstanceOf(NoExport.class);
        }
    }

    @Test
    void theCommandSaysBySignsWhatItFound() throws IOException {
        Path key = trail.folder.resolve("trail.key");
        Path whole = written(lines);
        Path open = Files.writeString(
                folder.resolve("public"), HeadKey.of(trail.key).publicHalf() + "\n");
        assertThat(AuditCommand.run(
                        "verify",
                        "--file",
                        whole.toString(),
                        "--key",
                        key.toString(),
                        "--heads",
                        trail.headsFile.toString()))
                .isZero();
        assertThat(AuditCommand.run("verify", "--file", whole.toString(), "--key", open.toString(), "--json"))
                .isZero();
        var changed = new ArrayList<>(lines);
        changed.remove(5);
        assertThat(AuditCommand.run("verify", "--file", written(changed).toString()))
                .isEqualTo(1);
        for (var words : List.of(
                List.of("verify", "--file", folder.resolve("absent").toString()),
                List.of("verify", "--file", whole.toString(), "--key", whole.toString()),
                List.of("verify", "--nothing"),
                List.of("verify", "--home", folder.toString()),
                List.of("export", "--out", whole.toString()))) {
            assertThat(AuditCommand.run(words.toArray(String[]::new)))
                    .as(words.toString())
                    .isEqualTo(2);
        }
    }

    private Verdict verified(List<String> some) throws IOException {
        return trail.verifying().inExport(written(some));
    }

    private Path written(List<String> some) throws IOException {
        Path file = Files.createTempFile(folder, "trail", ".jsonl");
        return Files.write(file, some, StandardCharsets.UTF_8);
    }
}
