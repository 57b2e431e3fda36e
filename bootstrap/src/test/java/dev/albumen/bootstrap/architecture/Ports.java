package dev.albumen.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;

/** Which interfaces of the application are outbound ports. */
final class Ports {

    /** By which one feature of the core tells another something, or is given something; they are implemented in the core on purpose. */
    private static final Set<String> HOOKS = Set.of("AccountOpened", "ThingsCounted", "ImportedFile");

    private Ports() {}

    static boolean isOutbound(JavaClass type, String root) {
        return type.isInterface()
                && type.isTopLevelClass()
                && type.getPackageName().startsWith(root + ".application.")
                && !isSealed(type)
                && !HOOKS.contains(type.getSimpleName());
    }

    private static boolean isSealed(JavaClass type) {
        return type.reflect().isSealed();
    }
}
