package org.witan.site.administration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.Role;
import org.witan.site.MenuItem;

/// The links to the pages of administration.
@Configuration(proxyBeanMethods = false)
class AdministrationConfiguration {

    @Bean
    MenuItem agenciesMenuItem() {
        return MenuItem.forRoles("/administration/agencies", "administration.menu.agencies", 3, Role.ADMINISTRATOR);
    }

    @Bean
    MenuItem accountsMenuItem() {
        return MenuItem.forRoles("/administration/accounts", "administration.menu.accounts", 4, Role.ADMINISTRATOR);
    }

    @Bean
    MenuItem settingsMenuItem() {
        return MenuItem.forRoles("/administration/settings", "administration.menu.settings", 5, Role.ADMINISTRATOR);
    }
}
