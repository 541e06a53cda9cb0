package org.witan.site.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.Role;
import org.witan.site.MenuItem;

/// The link to the systems of agencies.
@Configuration(proxyBeanMethods = false)
class SystemsConfiguration {

    @Bean
    MenuItem systemsMenuItem() {
        return MenuItem.forRoles("/systems", "api.menu.systems", 6, Role.ADMINISTRATOR);
    }
}
