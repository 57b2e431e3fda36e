package dev.albumen.bootstrap.wiring;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.core.type.Argument;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/**
 * Makes beans of the application's classes, which know no framework: the use cases and what they share. Each takes what
 * it needs through its only constructor. The framework's own way, {@code @Import}, generates code in this package, which
 * cannot reach classes and constructors that are package-private there, and takes every record for a bean.
 */
public final class UseCases {

    private UseCases() {}

    /** Registers them with a context that has not started. They are made when they are first asked for. */
    public static void register(ApplicationContext context) {
        ApplicationClasses.all().stream()
                .filter(UseCases::isService)
                .forEach(type -> context.registerBeanDefinition(definition(context, type)));
    }

    /** The classes that can be asked to handle something. */
    public static List<Class<?>> all() {
        return ApplicationClasses.all().stream()
                .filter(UseCases::isService)
                .filter(type -> Arrays.stream(type.getMethods()).anyMatch(method -> method.getName().equals("handle")))
                .toList();
    }

    /** Whether the class does something with what it is given, as records, enums, interfaces and exceptions do not. */
    private static boolean isService(Class<?> type) {
        boolean concrete = !type.isInterface()
                && !type.isRecord()
                && !type.isEnum()
                && !Modifier.isAbstract(type.getModifiers())
                && !Throwable.class.isAssignableFrom(type);
        return concrete
                && type.getDeclaredConstructors().length == 1
                && !Modifier.isPrivate(type.getDeclaredConstructors()[0].getModifiers());
    }

    private static <T> RuntimeBeanDefinition<T> definition(ApplicationContext context, Class<T> type) {
        return RuntimeBeanDefinition.builder(type, () -> made(context, type)).singleton(true).build();
    }

    /** A list is of every bean of its kind, in no order, and may be empty. */
    private static Object needed(ApplicationContext context, Argument<?> need) {
        return need.getType() == List.class
                ? List.copyOf(context.getBeansOfType(need.getTypeParameters()[0]))
                : context.getBean(need);
    }

    private static <T> T made(ApplicationContext context, Class<T> type) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        List<Object> needed = Arrays.stream(constructor.getGenericParameterTypes())
                .map(need -> needed(context, Argument.of(need)))
                .toList();
        try {
            constructor.setAccessible(true);
            return type.cast(constructor.newInstance(needed.toArray()));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(type + " cannot be made", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }
}
