package dev.albumen.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every implementation of a port passes the port's contract: its test class is a subclass of the contract's. */
class ContractsTest {

    /** Ports that have no contract of their own, and why. */
    private static final Map<String, String> WITHOUT = Map.of(
            "Transactions", "there is one implementation, and its meaning is a real database's");

    private static final List<String> MODULES =
            List.of("domain", "application", "adapters-persistence", "adapters-aws", "adapters-imaging", "adapters-mail", "adapters-oidc",
                    "adapters-rest");

    @Test
    void everyImplementationPassesItsPortsContract() {
        List<Path> folders = MODULES.stream()
                .flatMap(module -> Stream.of("classes", "test-classes").map(kind -> Path.of("..", module, "target", kind)))
                .filter(Files::isDirectory)
                .toList();

        assertThat(untested(new ClassFileImporter().importPaths(folders), "dev.albumen")).isEmpty();
    }

    @Test
    void findsAnImplementationThatPassesNoContract() {
        JavaClasses planted = new ClassFileImporter().importPackages("dev.albumen.planted");

        assertThat(untested(planted, "dev.albumen.planted")).containsExactly("PostgresPlantedTags of PlantedTags");
    }

    private static List<String> untested(JavaClasses classes, String root) {
        return classes.stream()
                .filter(port -> Ports.isOutbound(port, root) && !WITHOUT.containsKey(port.getSimpleName()))
                .flatMap(port -> port.getAllSubclasses().stream()
                        .filter(type -> type.isTopLevelClass() && !type.isInterface())
                        .filter(type -> !type.getPackageName().startsWith(root + ".application."))
                        .filter(type -> !type.getPackageName().startsWith(root + ".bootstrap"))
                        .filter(type -> !type.getSimpleName().matches(".*(Test|Contract)"))
                        .filter(type -> classes.stream().noneMatch(test -> tests(test, type, port)))
                        .map(type -> type.getSimpleName() + " of " + port.getSimpleName()))
                .sorted()
                .toList();
    }

    private static boolean tests(JavaClass test, JavaClass implementation, JavaClass port) {
        boolean isContract = test.getAllRawSuperclasses().stream()
                .anyMatch(above -> above.getSimpleName().equals(port.getSimpleName() + "Contract"));
        // Beans are asked for by their port, so that a test may know its subject by nothing but its own name.
        boolean isNamedForIt = test.getPackageName().equals(implementation.getPackageName())
                && test.getSimpleName().equals(implementation.getSimpleName() + "Test");
        return isContract
                && !test.getModifiers().contains(JavaModifier.ABSTRACT)
                && (isNamedForIt || test.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> dependency.getTargetClass().equals(implementation)));
    }
}
