package dev.albumen.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Statements live in the persistence adapter and are constants: no value is ever glued into one. */
class SqlTest {

    private static final Pattern STATEMENT = Pattern.compile(
            "\\s*(SELECT|INSERT INTO|UPDATE \\w+ SET|DELETE FROM|WITH \\w+ AS|MERGE INTO|TRUNCATE|CREATE \\w+|ALTER \\w+|DROP \\w+) .*",
            Pattern.DOTALL);

    /** Looks after its own server before there is any adapter. */
    private static final Set<String> EXCEPT = Set.of("EmbeddedDatabase");

    /** Where a value goes in the recipe of a concatenation. */
    private static final char GLUE = '\u0001';

    private static final String PERSISTENCE = "/persistence/";

    @Test
    void keepsStatementsInThePersistenceAdapterAsConstants() {
        List<Path> modules = Stream.of(
                        "domain", "application", "adapters-rest", "adapters-persistence", "adapters-aws", "adapters-imaging", "adapters-mail",
                        "adapters-oidc", "bootstrap")
                .map(module -> Path.of("..", module, "target", "classes"))
                .filter(Files::isDirectory)
                .toList();

        assertThat(modules.stream().flatMap(SqlTest::stray)).isEmpty();
    }

    @Test
    void findsPlantedStatements() {
        assertThat(stray(Path.of("target", "test-classes", "dev", "albumen", "planted")))
                .map(found -> found.substring(0, found.indexOf(':')))
                .containsExactlyInAnyOrder("StrayStatement", "GluedStatement");
    }

    private static Stream<String> stray(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.getFileName().toString().startsWith("$"))
                    .filter(file -> EXCEPT.stream().noneMatch(name -> file.endsWith(name + ".class")))
                    .toList()
                    .stream()
                    .flatMap(SqlTest::strayIn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> strayIn(Path file) {
        ClassModel model = parsed(file);
        boolean mayHold = file.toString().replace('\\', '/').contains(PERSISTENCE);
        String name = file.getFileName().toString().replace(".class", "");
        return StreamSupport.stream(model.constantPool().spliterator(), false)
                .filter(StringEntry.class::isInstance)
                .map(entry -> ((StringEntry) entry).stringValue())
                .filter(text -> STATEMENT.matcher(text).matches() && !(mayHold && isConstant(text)))
                .map(text -> name + ": " + text.strip().lines().findFirst().orElseThrow());
    }

    /** The compiler makes one text of constants that are put together; of anything else it makes a recipe with gaps. */
    private static boolean isConstant(String text) {
        return text.indexOf(GLUE) < 0;
    }

    private static ClassModel parsed(Path file) {
        try {
            return ClassFile.of().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
