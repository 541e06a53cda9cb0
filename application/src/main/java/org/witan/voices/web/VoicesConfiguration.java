package org.witan.voices.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.Role;
import org.witan.site.MenuItem;

/// The links to telling, for everybody, and to what was told, for the analyst and the group.
@Configuration(proxyBeanMethods = false)
class VoicesConfiguration {

    @Bean
    MenuItem tellMenuItem() {
        return new MenuItem("/voices", "voices.menu.tell", 5);
    }

    @Bean
    MenuItem reportsMenuItem() {
        return MenuItem.forRoles("/voices/reports", "voices.menu.reports", 6, Role.ANALYST);
    }

    @Bean
    MenuItem heardMenuItem() {
        return MenuItem.forRoles("/voices/heard", "voices.menu.heard", 7, Role.ANALYST, Role.TASKING_MEMBER);
    }

    @Bean
    MenuItem surveysMenuItem() {
        return MenuItem.forRoles("/voices/surveys", "voices.menu.surveys", 8, Role.ANALYST, Role.TASKING_MEMBER);
    }
}
