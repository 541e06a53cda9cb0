package org.witan.priorities.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.Role;
import org.witan.site.MenuItem;

/// The links of the group.
@Configuration(proxyBeanMethods = false)
class PrioritiesConfiguration {

    @Bean
    MenuItem prioritiesMenuItem() {
        return MenuItem.forRoles("/priorities", "priorities.menu", 3, Role.TASKING_MEMBER, Role.ANALYST);
    }
}
