package org.witan.meeting.web;

import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.OpenTo;
import org.witan.site.MenuItem;

/// The links to meetings and to actions, for those who have any.
@Configuration(proxyBeanMethods = false)
class MeetingConfiguration {

    @Bean
    MenuItem meetingsMenuItem() {
        OpenTo members = Objects.requireNonNull(OpenToMembers.class.getAnnotation(OpenTo.class));
        return MenuItem.forRoles("/meetings", "meeting.menu.meetings", 2, members.value());
    }

    @Bean
    MenuItem actionsMenuItem() {
        OpenTo owners = Objects.requireNonNull(OpenToOwners.class.getAnnotation(OpenTo.class));
        return MenuItem.forRoles("/actions", "meeting.menu.actions", 2, owners.value());
    }
}
