package org.witan.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;
import org.witan.RunningApplication;

/// What libraries on the classpath would set up by themselves opens nothing.
class SecurityChainsTest extends RunningApplication {
    @Autowired
    private ConfigurableListableBeanFactory beans;

    @Autowired
    private Map<String, SecurityFilterChain> chains;

    @Test
    void everyChainIsOneOfOurs() {
        assertThat(chains).containsKey("pages");
        assertThat(chains.keySet())
                .allSatisfy(name -> assertThat(beans.getBeanDefinition(name).getResourceDescription())
                        .as(name)
                        .contains("org/witan/"));
    }

    @Test
    void noUserExistsThatALibraryMade() {
        assertThat(beans.getBeanNamesForType(UserDetailsService.class)).isEmpty();
    }
}
