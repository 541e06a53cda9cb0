package org.witan.site.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.witan.access.Role;
import org.witan.site.MenuItem;

/// The links to one's own ways in, and to the recoveries that take two people.
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    @Bean
    MenuItem recoveriesMenuItem() {
        return MenuItem.forRoles(
                "/recoveries",
                "sign-in.menu.recoveries",
                7,
                Role.ADMINISTRATOR,
                Role.DATA_PROTECTION_OFFICER,
                Role.COORDINATOR);
    }

    @Bean
    MenuItem ownWaysInMenuItem() {
        return MenuItem.forRoles("/how-you-sign-in", "sign-in.menu.own", 9);
    }
}
