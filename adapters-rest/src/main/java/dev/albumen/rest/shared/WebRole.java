package dev.albumen.rest.shared;

import dev.albumen.application.shared.NodeRole;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** Whether this node answers people and programs, for beans that are of use on such nodes alone, or on the others. */
public final class WebRole {

    private WebRole() {}

    private static boolean isHeld(ConditionContext<?> context) {
        return NodeRole.of(context.getProperty("albumen.roles", String.class).orElse(NodeRole.ALL)).contains(NodeRole.WEB);
    }

    /** It does. */
    public static final class Held implements Condition {

        @Override
        public boolean matches(ConditionContext context) {
            return isHeld(context);
        }
    }

    /** It does not. */
    public static final class Absent implements Condition {

        @Override
        public boolean matches(ConditionContext context) {
            return !isHeld(context);
        }
    }
}
