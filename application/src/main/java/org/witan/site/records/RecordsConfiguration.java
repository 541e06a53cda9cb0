package org.witan.site.records;

import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.site.MenuItem;

/// The links to records and to what is decided about them.
@Configuration(proxyBeanMethods = false)
class RecordsConfiguration {

    @Bean
    MenuItem recordsMenuItem() {
        OpenTo readers = Objects.requireNonNull(OpenToReaders.class.getAnnotation(OpenTo.class));
        return MenuItem.forRoles("/records", "records.menu", 2, readers.value());
    }

    @Bean
    MenuItem conflictsMenuItem() {
        return MenuItem.forRoles("/conflicts", "records.menu.conflicts", 9, Role.COORDINATOR);
    }

    @Bean
    MenuItem glassMenuItem() {
        return MenuItem.forRoles("/glass", "records.menu.glass", 4, Role.DATA_PROTECTION_OFFICER, Role.CHAIR);
    }
}
