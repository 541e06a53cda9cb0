package org.witan.site.signin;

import java.util.List;
import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.beans.factory.BeanRegistry;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.witan.access.signin.Provider;

/// A button on the sign-in page for each provider in the settings.
@Configuration(proxyBeanMethods = false)
@Import(ProviderWaysIn.Buttons.class)
class ProviderWaysIn {

    /// The buttons, in the order of the settings.
    static final class Buttons implements BeanRegistrar {

        @Override
        public void register(BeanRegistry registry, Environment settings) {
            Binder.get(settings)
                    .bind("witan.providers", Bindable.listOf(Provider.class))
                    .orElse(List.of())
                    .forEach(provider -> registry.registerBean(
                            "wayIn." + provider.name(),
                            WayIn.class,
                            button -> button.supplier(_ -> new WayIn(provider.path(), provider.title(), true))));
        }
    }
}
