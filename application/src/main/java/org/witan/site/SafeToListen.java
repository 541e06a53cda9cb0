package org.witan.site;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/// Refuses to start where other machines could reach the server without encryption, or under a name it does not know.
///
/// It runs before any other bean is made, so nothing listens and no database has started when it refuses.
@Component
final class SafeToListen implements BeanFactoryPostProcessor, EnvironmentAware {
    private Environment settings = new StandardEnvironment();

    @Override
    public void setEnvironment(Environment environment) {
        this.settings = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        var listening = Listening.as(settings);
        listening.refusal().ifPresent(line -> {
            throw new RefusedToStart(line);
        });
        if (settings instanceof ConfigurableEnvironment open) {
            open.getPropertySources().addFirst(new MapPropertySource("witan.listening", consequences(listening)));
        }
    }

    /// What follows from how others reach the site, so that nobody has to set it, or can forget to.
    private static Map<String, Object> consequences(Listening listening) {
        var settings = new HashMap<String, Object>();
        if (listening.behindProxy()) {
            settings.put("server.forward-headers-strategy", "native");
        }
        if (listening.encrypted() || listening.site().isPresent()) {
            settings.put("server.servlet.session.cookie.secure", "true");
            // The prefix makes browsers refuse it from another host, another path or an unencrypted page.
            settings.put("server.servlet.session.cookie.name", "__Host-witan");
            settings.put("server.servlet.session.cookie.path", "/");
        }
        return settings;
    }
}
