package org.witan;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The modules are closed, and each uses only what its `package-info` names.
class ModularityTest {
    /// Statistics and linkage are libraries beside the application, not its modules.
    private static final ApplicationModules MODULES = ApplicationModules.of(
            WitanApplication.class,
            JavaClass.Predicates.resideInAnyPackage("org.witan.statistics..", "org.witan.linkage.."));

    @Test
    void modulesUseOnlyWhatTheyMay() {
        MODULES.verify();
    }

    @Test
    void theModulesAreThoseOfTheHouse() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrder(
                        "shared",
                        "access",
                        "site",
                        "comparison",
                        "people",
                        "risk",
                        "meeting",
                        "marac",
                        "support",
                        "hub",
                        "voices",
                        "notices",
                        "priorities",
                        "matac",
                        "database",
                        "stewardship");
    }
}
