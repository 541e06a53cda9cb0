package org.witan.site;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/// The security chain of the pages: who has signed in is read from the session. Which page is open to whom is for
/// [Doors] to say, beside the page itself.
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    @Bean
    @Order(100)
    SecurityFilterChain pages(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                // The headers of every answer are SecurityHeaders' to set, once and for all paths.
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                // A change must come from our own pages: the guard compares origins for every path, also for those
                // that have no session whose token could be compared.
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }
}
