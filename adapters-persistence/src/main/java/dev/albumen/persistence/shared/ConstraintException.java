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

    /** The other exception where this one is about the named constraint, itself otherwise. */
    public RuntimeException when(String name, Supplier<? extends RuntimeException> meaning) {
        return constraint.equals(name) ? meaning.get() : this;
    }
}
