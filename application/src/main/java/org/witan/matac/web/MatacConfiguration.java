package org.witan.matac.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.Role;
import org.witan.site.MenuItem;

/// The link to MATAC, for those who may.
@Configuration(proxyBeanMethods = false)
class MatacConfiguration {

    @Bean
    MenuItem matacMenuItem() {
        return MenuItem.forRoles("/matac", "matac.menu", 8, Role.COORDINATOR, Role.CHAIR, Role.REPRESENTATIVE);
    }
}
