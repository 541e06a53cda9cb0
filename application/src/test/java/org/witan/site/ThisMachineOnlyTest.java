package org.witan.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ThisMachineOnlyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LocalHost:1",
                "127.0.0.1",
                "127.0.0.1:8080",
                "[::1]",
                "[::1]:8080"
            })
    void answersToItsOwnNames(String host) {
        assertThat(ThisMachineOnly.isOurs(host)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "example.org",
                "localhost.example.org:8080",
                "127.0.0.1.example.org",
                "::1",
                "[::2]:80",
                "10.0.0.1:8080"
            })
    void answersToNoOther(String host) {
        assertThat(ThisMachineOnly.isOurs(host)).isFalse();
    }
}
