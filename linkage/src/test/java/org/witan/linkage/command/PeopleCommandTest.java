package org.witan.linkage.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.witan.linkage.Invented;
import org.witan.linkage.record.Records;

class PeopleCommandTest {
    @TempDir
    Path folder;

    private Path file;

    private record Outcome(int code, String out, String err) {}

    @BeforeEach
    void writeAFile() throws IOException {
        file = write("people.csv", csv(Invented.persons(300, 20)));
    }

    private static String csv(Records records) {
        var text = new StringBuilder("\uFEFF" + String.join(", ", Invented.COLUMNS) + "\n");
        for (int row = 0; row < records.size(); row++) {
            int from = row;
            text.append(records.columns().stream()
                            .map(column -> column.at(from) == null ? "" : column.at(from))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return text.toString();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Outcome run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = PeopleCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void pairsGroupsReviewsAndTheModelAreWritten() throws IOException {
        Outcome outcome = run(
                "link",
                file.toString(),
                "--truth",
                "person",
                "--out",
                at("pairs.csv"),
                "--clusters",
                at("groups.csv"),
                "--reviews",
                at("reviews.csv"),
                "--save-model",
                at("model.json"));
        assertThat(outcome.err).isEmpty();
        assertThat(outcome.code).isZero();
        assertThat(outcome.out).contains("Against the truth: 100 true pairs", "best", "every pair: 79,800 pairs");
        List<String> pairs = Files.readAllLines(folder.resolve("pairs.csv"));
        assertThat(pairs.getFirst()).isEqualTo("id_l,id_r,match_weight,probability");
        assertThat(pairs.get(1)).matches("\\d+-a,\\d+-b,\\d+\\.\\d{4},\\d\\.\\d{6}");
        assertThat(Files.readAllLines(folder.resolve("groups.csv")))
                .hasSize(401)
                .contains("0-a,1,1,", "0-b,1,1,");
        Outcome again = run("link", file.toString(), "--model", at("model.json"), "--out", at("again.csv"), "--json");
        assertThat(again.code).isZero();
        assertThat(again.out).startsWith("{").contains("\"pairs\"");
        assertThat(Files.readString(folder.resolve("again.csv")))
                .isEqualTo(Files.readString(folder.resolve("pairs.csv")));
    }

    @Test
    void aPackedFileIsReadLikeAPlainOne() throws IOException {
        try (var packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("people.csv.gz")))) {
            packed.write(Files.readAllBytes(file));
        }
        assertThat(run("link", file.toString(), "--out", at("one.csv")).code).isZero();
        assertThat(run("link", at("people.csv.gz"), "--out", at("two.csv")).code)
                .isZero();
        assertThat(Files.readString(folder.resolve("two.csv"))).isEqualTo(Files.readString(folder.resolve("one.csv")));
    }

    @Test
    void badInputIsOneLineAndTwo() throws IOException {
        write("empty.csv", "");
        write("twice.csv", "id,name\n1,Ann\n1,Bob\n");
        write("ragged.csv", "id,name\n1,Ann,x\n2\n");
        write("header.csv", "id,name\n");
        String out = at("out.csv");
        List<List<String>> wrong = List.of(
                List.of("link"),
                List.of("link", at("none.csv"), "--out", out),
                List.of("link", at("empty.csv"), "--out", out),
                List.of("link", at("header.csv"), "--out", out),
                List.of("link", at("ragged.csv"), "--out", out),
                List.of("link", at("twice.csv"), "--id", "id", "--out", out),
                List.of("link", file.toString(), "--id", "nowhere", "--out", out),
                List.of("link", file.toString(), "--truth", "nowhere", "--out", out),
                List.of("link", file.toString(), "--model", file.toString(), "--out", out),
                List.of("link", file.toString(), "--out", at("no/such/folder.csv")),
                List.of("lnik"),
                List.of());
        for (List<String> arguments : wrong) {
            Outcome outcome = run(arguments.toArray(String[]::new));
            assertThat(outcome.code).as("%s", arguments).isEqualTo(2);
            assertThat(outcome.err.lines()).as("%s", arguments).hasSize(1);
            assertThat(outcome.err).doesNotContain("Exception", "Ann");
        }
    }

    @Test
    void whatIsReadIsNeverWrittenOver() throws IOException {
        String before = Files.readString(file);
        Path link = Files.createSymbolicLink(folder.resolve("other-name.csv"), file);
        for (List<String> more : List.of(
                List.of("--out", file.toString()),
                List.of(
                        "--out",
                        folder.resolve("x").resolve("..").resolve("people.csv").toString()),
                List.of("--out", link.toString()),
                List.of("--out", at("pairs.csv"), "--reviews", file.toString()),
                List.of("--out", at("pairs.csv"), "--clusters", at("pairs.csv")))) {
            List<String> arguments = new ArrayList<>(List.of("link", file.toString()));
            arguments.addAll(more);
            Outcome outcome = run(arguments.toArray(String[]::new));
            assertThat(outcome.code).as("%s", more).isEqualTo(2);
            assertThat(outcome.err).as("%s", more).contains("would be written over");
        }
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(folder.resolve("pairs.csv")).doesNotExist();
    }

    @Test
    void bytesOfBothEncodingsAreReadInOneFile() throws IOException {
        byte[] utf8 = "José,".getBytes(StandardCharsets.UTF_8);
        byte[] western = {'N', (byte) 0xFA, (byte) 0xF1, 'e', 'z', (byte) 0xE9};
        byte[] both = new byte[utf8.length + western.length];
        System.arraycopy(utf8, 0, both, 0, utf8.length);
        System.arraycopy(western, 0, both, utf8.length, western.length);
        try (var reader = new MixedEncoding(new ByteArrayInputStream(both))) {
            var text = new StringBuilder();
            char[] three = new char[5];
            for (int read = reader.read(three, 2, 3); read >= 0; read = reader.read(three, 2, 3)) {
                text.append(three, 2, read);
            }
            assertThat(text).hasToString("José,Núñezé");
        }
    }
}
