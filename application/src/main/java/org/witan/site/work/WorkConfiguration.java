package org.witan.site.work;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.site.MenuItem;

/// The links to one's own pages.
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {

    @Bean
    MenuItem workMenuItem() {
        return MenuItem.forRoles("/work", "work.menu.work", 1);
    }

    @Bean
    MenuItem leaveMenuItem() {
        return MenuItem.forRoles("/leave", "work.menu.leave", 8);
    }
}
