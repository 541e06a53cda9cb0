package org.witan;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import jakarta.servlet.ServletRequest;
import java.security.Principal;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.stereotype.Controller;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import org.witan.statistics.comparison.LinkedTable;
import sample.violations.Counting;
import sample.violations.Floating;
import sample.violations.Getter;
import sample.violations.Migrating;
import sample.violations.OpenController;
import sample.violations.Printing;
import sample.violations.SampleService;

/// The rules of the house that a compiler does not know, each with a sample that breaks it.
class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(place -> !place.contains("/statistics/") && !place.contains("/linkage/"))
            .importPackages("org.witan");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(
                        classes()
                                .that()
                                .areAnnotatedWith(Controller.class)
                                .should()
                                .bePackagePrivate(),
                        OpenController.class),
                Arguments.of(
                        noClasses().should().haveNameMatching(".*(Service|Impl|Util|Utils|Helper|Dto|DTO|Manager)"),
                        SampleService.class),
                Arguments.of(
                        methods()
                                .that()
                                .areDeclaredInClassesThat()
                                .areNotAssignableTo(ExitCodeGenerator.class)
                                .and()
                                .areDeclaredInClassesThat()
                                .areNotAssignableTo(Principal.class)
                                .and()
                                .areDeclaredInClassesThat()
                                .areNotAssignableTo(PgBinaryResolver.class)
                                .and()
                                .areDeclaredInClassesThat()
                                .areNotAssignableTo(ServletRequest.class)
                                .and()
                                .areDeclaredInClassesThat()
                                .areNotAssignableTo(RequestDataValueProcessor.class)
                                .should()
                                .haveNameNotMatching("get[A-Z].*"),
                        Getter.class),
                Arguments.of(
                        noClasses()
                                .that()
                                .resideOutsideOfPackages("org.witan.comparison..", "org.witan.priorities..")
                                .should()
                                .dependOnClassesThat(
                                        // What suppresses stands in one place, for all that leaves (decision 33).
                                        resideInAPackage("org.witan.statistics..")
                                                .and(not(belongToAnyOf(LinkedTable.class)))),
                        Counting.class),
                Arguments.of(
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("org.witan.database..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("org.flywaydb..", "io.zonky..", "com.zaxxer.."),
                        Migrating.class),
                Arguments.of(
                        noClasses()
                                .that()
                                .doNotHaveFullyQualifiedName("org.witan.site.OneLineRefusal")
                                .should()
                                .accessField(System.class, "out")
                                .orShould()
                                .accessField(System.class, "err"),
                        Printing.class),
                Arguments.of(
                        // What waits for a lock while a class is loaded keeps its carrier, and there are two (decision
                        // 50).
                        noClasses()
                                .should()
                                .callMethod(Thread.class, "ofVirtual")
                                .orShould()
                                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                                .orShould()
                                .callMethod(Executors.class, "newVirtualThreadPerTaskExecutor"),
                        Floating.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isKeptByTheApplicationAndBrokenByItsSample(ArchRule rule, Class<?> sample) {
        rule.check(OURS);
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(sample)).hasViolation())
                .as("the sample breaks the rule")
                .isTrue();
    }
}
