package org.witan.hub.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.Role;
import org.witan.site.MenuItem;

/// The link to the hub, for those who may.
@Configuration(proxyBeanMethods = false)
class HubConfiguration {

    @Bean
    MenuItem hubMenuItem() {
        return MenuItem.forRoles(
                "/hub", "hub.menu", 6, Role.HUB_COORDINATOR, Role.REPRESENTATIVE, Role.REFERRER, Role.COORDINATOR);
    }
}
