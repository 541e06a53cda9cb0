package org.witan.statistics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.witan.statistics.violations.CrimeService;
import org.witan.statistics.violations.GettingCrimes;
import org.witan.statistics.violations.KnowsTheCommand;
import org.witan.statistics.violations.LoggingBesideUs;
import org.witan.statistics.violations.Printing;
import org.witan.statistics.violations.comparison.KnowsLoading;
import org.witan.statistics.violations.loading.KnowsComparison;
import org.witan.statistics.violations.place.LooksIntoFiles;
import org.witan.statistics.violations.reference.KnowsTheStore;
import org.witan.statistics.violations.round.KnowsAbout;
import org.witan.statistics.violations.store.KnowsTheComparison;

/// Where a line of `statistics` belongs. Each rule holds in the product and fails on its sample in `violations`, so
/// that a rule about nothing cannot stay green.
class ArchitectureTest {
    private static final String OURS = "org.witan..";
    private static final String ROOT = "org.witan.statistics";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void readsTheWholeProduct() {
        assertThat(PRODUCT.contain(BadInput.class)).isTrue();
        assertThat(PRODUCT.stream().map(type -> type.getPackageName()))
                .contains(part("reference"), part("store"), part("loading"), part("comparison"), part("place"))
                .noneMatch(name -> name.contains("violations"));
    }

    @Test
    void referenceDependsOnNothingOfOursButTheRoot() {
        separates(mayOnlyKnow("reference"), KnowsTheStore.class);
    }

    @Test
    void storeDependsOnNothingOfOursButReferenceAndTheRoot() {
        separates(mayOnlyKnow("store", "reference"), KnowsTheComparison.class);
    }

    @Test
    void comparisonDependsOnNothingOfOursButStoreAndReference() {
        separates(mayOnlyKnow("comparison", "store", "reference"), KnowsLoading.class);
    }

    @Test
    void loadingDependsOnNothingOfOursButStoreAndReference() {
        separates(mayOnlyKnow("loading", "store", "reference"), KnowsComparison.class);
    }

    @Test
    void placeDependsOnNothingOfOursButComparisonStoreAndReference() {
        separates(mayOnlyKnow("place", "comparison", "store", "reference"), LooksIntoFiles.class);
    }

    @Test
    void nothingDependsOnTheCommandLine() {
        separates(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(anywhere("command"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(anywhere("command")),
                KnowsTheCommand.class);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PRODUCT);
        assertThat(slices().matching(ROOT + ".violations.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .evaluate(new ClassFileImporter()
                                .importPackagesOf(
                                        KnowsAbout.class, KnowsAbout.other().getClass()))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void onlyTheCommandLinePrints() {
        separates(
                noClasses().that().resideOutsideOfPackage(anywhere("command")).should(ACCESS_STANDARD_STREAMS),
                Printing.class);
    }

    @Test
    void nobodyUsesTheLoggingOfTheJdk() {
        separates(
                noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."),
                LoggingBesideUs.class);
    }

    @Test
    void classesAreNamedForWhatTheyAre() {
        separates(
                noClasses().should().haveNameMatching(".*(Service|Impl|Util|Utils|Helper|Manager|Dto|DTO|Common)"),
                CrimeService.class);
    }

    @Test
    void methodsAreNamedForWhatTheReaderReceives() {
        separates(methods().that().arePublic().should().haveNameNotMatching("get([A-Z].*)?"), GettingCrimes.class);
    }

    private static ArchRule mayOnlyKnow(String subject, String... others) {
        DescribedPredicate<JavaClass> known = resideInAPackage(anywhere(subject));
        for (String other : others) {
            known = known.or(resideInAPackage(anywhere(other)));
        }
        return classes()
                .that()
                .resideInAPackage(anywhere(subject))
                .should()
                .onlyDependOnClassesThat(known.or(resideInAPackage(ROOT)).or(resideOutsideOfPackage(OURS)));
    }

    private static void separates(ArchRule rule, Class<?> sample) {
        rule.check(PRODUCT);
        assertThat(rule.allowEmptyShould(false)
                        .evaluate(new ClassFileImporter().importClasses(sample))
                        .hasViolation())
                .as("the rule fails on %s", sample.getSimpleName())
                .isTrue();
    }

    private static String anywhere(String name) {
        return ROOT + ".." + name + "..";
    }

    private static String part(String name) {
        return ROOT + "." + name;
    }
}
