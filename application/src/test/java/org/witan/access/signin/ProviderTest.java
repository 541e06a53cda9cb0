package org.witan.access.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// With which providers the application starts.
class ProviderTest {

    @Test
    void aProviderThatNobodySaysAsksForTwoFactorsIsNotSwitchedOn() {
        assertThatThrownBy(() -> new ProviderSettings(List.of(provider("one", List.of(), List.of(), false))))
                .isInstanceOf(ProvidersUnusable.class)
                .hasMessageContaining("everybody-uses-two-factors=true");
        assertThat(provider("one", List.of(" "), List.of(""), false).refusal()).isPresent();
    }

    @Test
    void theTrailSaysOnWhoseWordTwoFactorsAreBelieved() {
        var told = provider("one", List.of(), List.of("mfa"), false);
        var promised = provider("two", List.of(), List.of(), true);
        assertThat(new ProviderSettings(List.of(told, promised)).providers())
                .extracting(Provider::factors)
                .containsExactly("the token", "the agency");
        assertThat(provider("one", List.of("strong"), List.of(), true).factors())
                .isEqualTo("the token");
    }

    private static Provider provider(String name, List<String> acr, List<String> amr, boolean everybody) {
        return new Provider(
                name, "Invented", "https://provider.example.org", "witan", "invented", "Invented", acr, amr, everybody);
    }
}
