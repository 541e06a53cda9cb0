package org.witan.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.witan.WitanApplication;

class LoopbackOnlyTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.2", "::1", "localhost"})
    void knowsTheAddressesOfThisMachineAlone(String address) {
        assertThat(LoopbackOnly.isLoopback(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "10.0.0.1", "192.168.1.5", "", " "})
    void theApplicationRefusesToStartOnAnyOther(String address) {
        var application = new SpringApplication(WitanApplication.class);
        assertThatThrownBy(() -> application.run("--server.address=" + address, "--server.port=0"))
                .isInstanceOf(RefusedToStart.class)
                .message()
                .contains("127.0.0.1")
                .doesNotContain("\n");
    }
}
