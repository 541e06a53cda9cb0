package org.witan.marac.web;

import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.OpenTo;
import org.witan.access.Role;
import org.witan.site.MenuItem;

/// The links to referring, triage, research and the conference, for those who may.
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

    @Bean
    MenuItem researchMenuItem() {
        OpenTo members = Objects.requireNonNull(OpenToMembers.class.getAnnotation(OpenTo.class));
        return MenuItem.forRoles("/research", "marac.menu.research", 5, members.value());
    }

    @Bean
    MenuItem contactsMenuItem() {
        return MenuItem.forRoles("/contacts", "marac.menu.contacts", 4, Role.IDVA);
    }

    @Bean
    MenuItem conferenceMenuItem() {
        return MenuItem.forRoles(
                "/conference",
                "marac.menu.conference",
                6,
                Role.COORDINATOR,
                Role.CHAIR,
                Role.REPRESENTATIVE,
                Role.IDVA);
    }

    @Bean
    MenuItem returnMenuItem() {
        return MenuItem.forRoles("/returns", "marac.menu.return", 9, Role.COORDINATOR);
    }

    @Bean
    MenuItem flagsMenuItem() {
        return MenuItem.forRoles("/flags", "marac.menu.flags", 7, Role.COORDINATOR, Role.REPRESENTATIVE, Role.IDVA);
    }

    @Bean
    MenuItem transfersMenuItem() {
        return MenuItem.forRoles("/transfers", "marac.menu.transfers", 8, Role.COORDINATOR);
    }

    @Bean
    MenuItem performanceMenuItem() {
        return MenuItem.forRoles("/performance", "marac.menu.performance", 8, Role.COORDINATOR, Role.CHAIR);
    }

    @Bean
    MenuItem retentionMenuItem() {
        return MenuItem.forRoles("/retention", "marac.menu.retention", 9, Role.COORDINATOR);
    }

    @Bean
    MenuItem ordersMenuItem() {
        OpenTo writers = Objects.requireNonNull(OpenToOrderWriters.class.getAnnotation(OpenTo.class));
        return MenuItem.forRoles("/orders", "marac.menu.orders", 7, writers.value());
    }
}
