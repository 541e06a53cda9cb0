package org.witan.linkage;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.witan.linkage.violations.KnowsALibrary;

/// The library can be used alone: it needs the JDK's base and nothing else.
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.witan.linkage");

    private static final ArchRule ALONE = classes()
            .that()
            .resideOutsideOfPackage("org.witan.linkage.command..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify.annotations..", "org.witan.linkage..")
                    .and(resideInAnyPackage("org.witan.linkage.command..").negate()));

    @Test
    void onlyTheCommandNeedsOtherLibraries() {
        ALONE.check(PRODUCT);
        assertThat(ALONE.evaluate(new ClassFileImporter().importClasses(KnowsALibrary.class))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("org.witan.linkage.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }
}
