package dev.albumen.persistence.shared;

import dev.albumen.application.shared.FakeSecrets;
import dev.albumen.application.shared.Secrets;
import dev.albumen.application.shared.Tokens;
import dev.albumen.application.shared.Transactions;
import io.micronaut.context.ApplicationContext;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test the module's beans on a real PostgreSQL: one context and one database for the whole JVM, emptied before
 * each test. Register it as a static field.
 */
public final class PostgresTest implements BeforeEachCallback {

    private final Supplier<ApplicationContext> context;

    public PostgresTest() {
        this(() -> Shared.CONTEXT);
    }

    /** On another database. */
    PostgresTest(Supplier<ApplicationContext> context) {
        this.context = context;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        bean(Transactions.class).writing(new EmptyTables(bean(Sql.class))::make);
    }

    /** A bean of the shared context. */
    public <T> T bean(Class<T> type) {
        return context.get().getBean(type);
    }

    /** All beans of a type in the shared context. */
    public <T> Collection<T> beans(Class<T> type) {
        return context.get().getBeansOfType(type);
    }

    /** A further context on the same database, as another node would have it. The caller closes it. */
    public ApplicationContext anotherNode() {
        return anotherNode(Map.of(), context -> {});
    }

    /** {@link #anotherNode()} with more settings, and with what is added to it before it starts. */
    public ApplicationContext anotherNode(Map<String, Object> settings, Consumer<ApplicationContext> addition) {
        return started(Shared.SETTINGS, settings, addition);
    }

    /** With what comes from without. */
    static ApplicationContext started(
            Map<String, Object> settings, Map<String, Object> more, Consumer<ApplicationContext> addition) {
        ApplicationContext context = ApplicationContext.builder().properties(settings).properties(more).build();
        context.registerSingleton(Secrets.class, new FakeSecrets());
        context.registerSingleton(Tokens.class, new SecureTokens());
        addition.accept(context);
        return context.start();
    }

    private static final class Shared {

        static final Map<String, Object> SETTINGS = TestServer.freshDatabase();
        static final ApplicationContext CONTEXT = started(SETTINGS, Map.of(), context -> {});
    }
}
