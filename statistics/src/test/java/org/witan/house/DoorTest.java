package org.witan.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {
    @TempDir
    Path folder;

    private Door door;

    @BeforeEach
    void openTheDoor() throws IOException {
        door = new Door(folder);
        door.settle();
    }

    @Test
    void helpNamesEveryCommand() throws Exception {
        Door.Outcome help = door.run("help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("demo", "serve", "statistics", "people link", "verify", "benchmark", "help");
        assertThat(door.run()).isEqualTo(help);
        assertThat(door.builds()).isZero();
    }

    @Test
    void anUnknownCommandIsOneLineAndTwo() throws Exception {
        Door.Outcome outcome = door.run("dmeo");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).singleElement().asString().contains("dmeo", "./witan help");
    }

    @Test
    void aPortThatIsNoneIsOneLineAndTwo() throws Exception {
        for (String port : new String[] {"", "80a", "0", "65536", "99999999999", "-1"}) {
            Door.Outcome outcome = door.run("serve", "--port", port);
            assertThat(outcome.code()).as(port).isEqualTo(2);
            assertThat(outcome.err().lines()).as(port).hasSize(1);
        }
        assertThat(door.run("serve", "--prot", "80").code()).isEqualTo(2);
    }

    @Test
    void statisticsAnswersOnStandardOutputAndWithItsOwnCode() throws Exception {
        assertThat(door.run("statistics", "compare", "--area", "Stoke on Trent", "exit", "3")
                        .code())
                .isEqualTo(3);
        Door.Outcome again = door.run("statistics", "compare", "--area", "Stoke on Trent", "exit", "2");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.out().lines()).singleElement().asString().endsWith("compare --area Stoke on Trent exit 2");
        assertThat(again.err()).isEmpty();
    }

    @Test
    void peopleAnswersWithItsOwnCodeAndIsBuiltOnce() throws Exception {
        assertThat(door.run("people", "link", "a file.csv", "--out", "pairs.csv", "exit", "2")
                        .code())
                .isEqualTo(2);
        Door.Outcome again = door.run("people", "link", "a file.csv", "--out", "pairs.csv", "exit", "0");
        assertThat(again.code()).isZero();
        assertThat(again.out().lines())
                .singleElement()
                .asString()
                .endsWith("PeopleCommand link a file.csv --out pairs.csv exit 0");
        assertThat(again.err()).isEmpty();
        assertThat(door.builds()).isEqualTo(1);
    }

    @Test
    void statisticsIsBuiltOnceAndAgainWhenASourceIsNewer() throws Exception {
        door.run("statistics", "help");
        door.run("statistics", "help");
        assertThat(door.builds()).isEqualTo(1);
        door.save();
        door.run("statistics", "help");
        assertThat(door.builds()).isEqualTo(2);
    }

    @Test
    void aBrokenBuildSaysWhyAndDoesNotAnswerFromTheOneBefore() throws Exception {
        door.run("statistics", "help");
        door.save();
        door.breakTheBuild();
        Door.Outcome broken = door.run("statistics", "help");
        assertThat(broken.code()).isEqualTo(1);
        assertThat(broken.out()).isEmpty();
        assertThat(broken.err()).contains("[ERROR] it is broken", "build.log");
        door.mendTheBuild();
        assertThat(door.run("statistics", "help").code()).isZero();
    }

    @Test
    void anOlderJdkInJavaHomeIsPassedOver() throws Exception {
        Path old = door.jdk("old", "17.0.15");
        Path recent = door.jdk("recent", "26-ea");
        assertThat(door.runWith(recent, "statistics", "help").out()).startsWith("recent ");
        Files.createDirectories(folder.resolve("bin/.jdks"));
        Files.createSymbolicLink(folder.resolve("bin/.jdks/mine"), recent);
        assertThat(door.runWith(old, "statistics", "help").out()).doesNotContain("old ");
    }

    @Test
    void aMissingMavenIsOneSentence() throws Exception {
        door.remove("mvn");
        Door.Outcome outcome = door.run("verify");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err().lines()).singleElement().asString().contains("install Maven");
    }

    @Test
    void theCheckOfTheProjectIsTheDoorAndNothingElse() {
        assertThat(Checkout.text(Checkout.ROOT.resolve(".ci/run")).lines())
                .containsExactly("#!/bin/sh", "cd \"$(dirname \"$0\")/..\" && exec ./witan verify");
        assertThat(Checkout.ROOT.resolve(".ci/run")).isExecutable();
        assertThat(Checkout.ROOT.resolve("witan")).isExecutable();
    }
}
