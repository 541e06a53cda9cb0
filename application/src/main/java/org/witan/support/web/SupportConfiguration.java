package org.witan.support.web;

import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.OpenTo;
import org.witan.site.MenuItem;

/// The link to support, for those who offer it and those who give it.
@Configuration(proxyBeanMethods = false)
class SupportConfiguration {

    @Bean
    MenuItem supportMenuItem() {
        OpenTo all = Objects.requireNonNull(OpenToSupport.class.getAnnotation(OpenTo.class));
        return MenuItem.forRoles("/support", "support.menu", 6, all.value());
    }
}
