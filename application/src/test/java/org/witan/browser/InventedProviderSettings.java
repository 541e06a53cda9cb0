package org.witan.browser;

import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;
import sample.provider.InventedProvider;

/// The providers that the application of the tests is set up with: one that a test can start, once as it is and once
/// with a demand for a second factor, and one that never answers.
public final class InventedProviderSettings {
    /// The agency whose people they sign in.
    public static final UUID AGENCY = UUID.fromString("01940000-0000-7000-8000-000000000016");

    private InventedProviderSettings() {}

    public static void in(DynamicPropertyRegistry settings) {
        provider(settings, 0, "invented-police", "Invented police", InventedProvider.issuer());
        provider(settings, 1, "strict", "Strict police", InventedProvider.issuer());
        provider(settings, 2, "silent", "Silent council", "http://localhost:1");
        settings.add("witan.providers[0].everybody-uses-two-factors", () -> "true");
        settings.add("witan.providers[1].amr", () -> "mfa");
        settings.add("witan.providers[2].acr", () -> "invented:strong");
    }

    private static void provider(
            DynamicPropertyRegistry settings, int place, String name, String title, String issuer) {
        String prefix = "witan.providers[" + place + "].";
        settings.add(prefix + "name", () -> name);
        settings.add(prefix + "title", () -> title);
        settings.add(prefix + "issuer", () -> issuer);
        settings.add(prefix + "client-id", () -> "witan");
        settings.add(prefix + "client-secret", () -> InventedProvider.SECRET);
        settings.add(prefix + "agency", AGENCY::toString);
    }
}
