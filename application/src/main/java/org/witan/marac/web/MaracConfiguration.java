package org.witan.marac.web;

import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.site.MenuItem;

/// The links to referring and to triage, for those who may.
@Configuration(proxyBeanMethods = false)
class MaracConfiguration {

    @Bean
    MenuItem referMenuItem() {
        OpenTo referrers = Objects.requireNonNull(OpenToReferrers.class.getAnnotation(OpenTo.class));
        return MenuItem.forRoles("/refer", "marac.menu.refer", 3, referrers.value());
    }

    @Bean
    MenuItem triageMenuItem() {
        return MenuItem.forRoles("/triage", "marac.menu.triage", 4, Role.COORDINATOR);
    }
}
