package dev.albumen.persistence.shared;

import java.util.function.Supplier;

/** A row breaks a constraint of the schema. A store that expects it turns it into a refusal by the constraint's name. */
public final class ConstraintException extends RuntimeException {

    private final String constraint;

    ConstraintException(String constraint, Throwable cause) {
        super("constraint " + constraint, cause);
        this.constraint = constraint;
    }

    public String constraint() {
        return constraint;
    }

    /** {@link #when} for what a repository of the framework threw, which has the broken constraint inside. */
    public static RuntimeException when(RuntimeException thrown, String name, Supplier<? extends RuntimeException> meaning) {
        RuntimeException translated = Failures.translate(thrown);
        return translated instanceof ConstraintException broken ? broken.when(name, meaning) : translated;
    }

    /** The other exception where this one is about the named constraint, itself otherwise. */
    public RuntimeException when(String name, Supplier<? extends RuntimeException> meaning) {
        return constraint.equals(name) ? meaning.get() : this;
    }
}
