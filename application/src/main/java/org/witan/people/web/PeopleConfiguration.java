package org.witan.people.web;

import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.OpenTo;
import org.witan.site.MenuItem;

/// The link to people, for those who may search.
@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    @Bean
    MenuItem peopleMenuItem() {
        OpenTo searchers = Objects.requireNonNull(OpenToSearchers.class.getAnnotation(OpenTo.class));
        return MenuItem.forRoles("/people", "people.menu", 2, searchers.value());
    }
}
