package org.witan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Witan writes on a machine is for the account that runs it alone, and a start does not lose the former log.
class PrivateFilesTest {
    private static final List<String> SCRIPT =
            Checkout.text(Checkout.ROOT.resolve("witan")).lines().toList();

    @TempDir
    Path folder;

    @Test
    void whatTheScriptMakesNobodyElseReads() throws IOException, InterruptedException {
        String beginning =
                SCRIPT.stream().takeWhile(line -> !line.startsWith("script=")).collect(Collectors.joining("\n"));
        Path made = folder.resolve("made");
        int code = new ProcessBuilder("bash", "-c", "umask 022\n" + beginning + "\n: >" + made)
                .inheritIO()
                .start()
                .waitFor();
        assertThat(code).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                .isEqualTo("rw-------");
    }

    @Test
    void aStartGoesOnWithTheLog() {
        assertThat(SCRIPT)
                .anyMatch(line -> line.contains(">>\"$log\""))
                .noneMatch(line -> line.matches(".*[^>]>\\s?\"\\$log\".*"));
    }
}
