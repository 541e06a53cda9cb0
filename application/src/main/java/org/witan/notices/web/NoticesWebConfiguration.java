package org.witan.notices.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.Role;
import org.witan.site.MenuItem;

/// The link to what went out. One's own page is linked at the foot of every page.
@Configuration(proxyBeanMethods = false)
class NoticesWebConfiguration {

    @Bean
    MenuItem messagesMenuItem() {
        return MenuItem.forRoles(MessagesController.PATH, "notices.menu.messages", 6, Role.ADMINISTRATOR);
    }
}
