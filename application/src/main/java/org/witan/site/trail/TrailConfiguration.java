package org.witan.site.trail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.Role;
import org.witan.site.MenuItem;

/// The links to the trail.
@Configuration(proxyBeanMethods = false)
class TrailConfiguration {

    @Bean
    MenuItem trailMenuItem() {
        return MenuItem.forRoles("/trail", "trail.menu", 5, Role.DATA_PROTECTION_OFFICER);
    }

    @Bean
    MenuItem unusualMenuItem() {
        return MenuItem.forRoles("/trail/unusual", "trail.menu.unusual", 6, Role.DATA_PROTECTION_OFFICER);
    }
}
