package org.witan.access.signin;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The providers of the agencies, as whoever runs the site sets them. They are not in the database, so that none of
/// their secrets is.
///
/// @param providers in the order of their buttons
@ConfigurationProperties("witan")
record ProviderSettings(@DefaultValue List<Provider> providers) {

    ProviderSettings {
        providers = List.copyOf(providers);
        for (Provider provider : providers) {
            provider.refusal().ifPresent(line -> {
                throw new ProvidersUnusable(line);
            });
        }
        if (providers.stream().map(Provider::name).distinct().count() < providers.size()) {
            throw new ProvidersUnusable("witan.providers: two providers have the same name.");
        }
    }

    Optional<Provider> named(String name) {
        return providers.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst();
    }
}
