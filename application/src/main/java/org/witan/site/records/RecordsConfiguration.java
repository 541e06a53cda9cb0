package org.witan.site.records;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.Role;
import org.witan.site.MenuItem;

/// The links to records and to what is decided about them.
@Configuration(proxyBeanMethods = false)
class RecordsConfiguration {

    @Bean
    MenuItem recordsMenuItem() {
        return MenuItem.forRoles(
                "/records",
                "records.menu",
                2,
                Role.REFERRER,
                Role.REPRESENTATIVE,
                Role.COORDINATOR,
                Role.CHAIR,
                Role.IDVA,
                Role.SUPPORT_WORKER,
                Role.PERPETRATOR_WORKER,
                Role.HUB_COORDINATOR,
                Role.DATA_PROTECTION_OFFICER);
    }

    @Bean
    MenuItem conflictsMenuItem() {
        return MenuItem.forRoles("/conflicts", "records.menu.conflicts", 3, Role.COORDINATOR);
    }

    @Bean
    MenuItem glassMenuItem() {
        return MenuItem.forRoles("/glass", "records.menu.glass", 4, Role.DATA_PROTECTION_OFFICER, Role.CHAIR);
    }
}
