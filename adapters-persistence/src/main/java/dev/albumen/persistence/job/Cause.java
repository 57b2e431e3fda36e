package dev.albumen.persistence.job;

import dev.albumen.application.shared.DependencyException;

/** Why a try failed, in one line for people: no stack trace, and of a bug the kind without its package. */
final class Cause {

    private static final int MOST = 500;

    private Cause() {}

    static String of(Throwable thrown) {
        String message = thrown.getMessage();
        String kind = thrown.getClass().getSimpleName();
        String text = message == null || message.isBlank() ? kind
                : thrown instanceof DependencyException ? message : kind + ": " + message;
        String line = text.strip().lines().findFirst().orElse(kind).replaceAll("\\p{Cntrl}", " ");
        return line.length() <= MOST ? line : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, MOST - 1)));
    }
}
