package org.witan;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sample.violations.Dialling;
import sample.violations.Guessable;
import sample.violations.Launching;
import sample.violations.Unpacking;

/// What only few classes may do, each by its name; and that the inventory of cryptography names all that do some.
class SecureCodingTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(place -> !place.contains("/statistics/") && !place.contains("/linkage/"))
            .importPackages("org.witan");

    /// Whoever opens a connection to another machine, beside the driver of the database.
    private static final List<String> CALLERS = List.of(
            "org.witan.access.signin.ProviderAnswers",
            // Those two are how it does, without following to another address.
            "org.witan.access.signin.StraightRequests",
            "org.witan.access.signin.StraightKeys",
            // Tells a provider that is silent from one that says no.
            "org.witan.access.signin.SigningInByProvider");

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(onlyNamedClassesOpenConnections(), Dialling.class),
                Arguments.of(onlyOneClassStartsPrograms(), Launching.class),
                Arguments.of(nothingThatIsReadCanRun(), Unpacking.class),
                Arguments.of(noRandomNumberCanBeGuessed(), Guessable.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isKeptByTheApplicationAndBrokenByItsSample(ArchRule rule, Class<?> sample) {
        rule.check(OURS);
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(sample)).hasViolation())
                .as("the sample breaks the rule")
                .isTrue();
    }

    @Test
    void everyClassThatDoesCryptographyIsInTheInventory() throws IOException {
        String inventory = Files.readString(Path.of("../docs/cryptography.md"));
        var doing = OURS.stream()
                .filter(SecureCodingTest::doesCryptography)
                .map(SecureCodingTest::outermost)
                .distinct()
                .toList();
        assertThat(doing).contains("TrailKey", "Secret");
        assertThat(doing.stream().filter(name -> !inventory.contains("`" + name + "`")))
                .as("classes that the inventory does not name")
                .isEmpty();
    }

    @Test
    void theNamedCallersExist() {
        assertThat(OURS.stream().map(JavaClass::getName)).containsAll(CALLERS);
    }

    private static ArchRule onlyNamedClassesOpenConnections() {
        return noClasses()
                .that(DescribedPredicate.describe("are not named", one -> !CALLERS.contains(one.getName())))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "javax.net..",
                        "org.springframework.web.client..",
                        "org.springframework.web.reactive..",
                        "org.springframework.http.client..",
                        "org.apache.hc..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(Server|Datagram)?Socket|java\\.net\\.(Http)?URLConnection|"
                        + "java\\.nio\\.channels\\.(Async|Server)?.*SocketChannel");
    }

    private static ArchRule onlyOneClassStartsPrograms() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.witan.database.ClosedDoor")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class);
    }

    /// Only the sessions are read in Java's way, through a list of what they may hold.
    private static ArchRule nothingThatIsReadCanRun() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.witan.site.StoredSessions")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.io\\.ObjectInputStream|java\\.beans\\.XMLDecoder")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.script..",
                        "javax.naming..",
                        "javax.xml..",
                        "org.xml..",
                        "org.w3c..",
                        "org.yaml..",
                        "org.springframework.expression..");
    }

    private static ArchRule noRandomNumberCanBeGuessed() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)")
                .orShould()
                .callMethod(Math.class, "random");
    }

    private static boolean doesCryptography(JavaClass one) {
        return one.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass())
                .anyMatch(SecureCodingTest::isCryptography);
    }

    private static boolean isCryptography(JavaClass one) {
        var harmless = List.of("Principal", "NoSuchAlgorithmException", "GeneralSecurityException");
        String place = one.getPackageName();
        return Stream.of("javax.crypto", "java.security", "org.springframework.security.crypto")
                        .anyMatch(place::startsWith)
                && !harmless.contains(one.getSimpleName());
    }

    private static String outermost(JavaClass one) {
        String name = one.getName();
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return simple.contains("$") ? simple.substring(0, simple.indexOf('$')) : simple;
    }
}
