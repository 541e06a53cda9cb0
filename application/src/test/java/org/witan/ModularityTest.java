package org.witan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The modules are closed, and each uses only what its `package-info` names.
class ModularityTest {
    /// Statistics are a library beside the application, not one of its modules.
    private static final ApplicationModules MODULES = ApplicationModules.of(
            WitanApplication.class, JavaClass.Predicates.resideInAPackage("org.witan.statistics.."));

    @Test
    void modulesUseOnlyWhatTheyMay() {
        MODULES.verify();
    }

    @Test
    void theModulesAreThoseOfTheHouse() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrder("shared", "access", "site", "comparison", "database", "stewardship");
    }
}
