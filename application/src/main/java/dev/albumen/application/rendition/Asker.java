package dev.albumen.application.rendition;

/** Whoever asked for something that takes time to make. */
@FunctionalInterface
public interface Asker {

    /** One who waits as long as it takes. */
    Asker PATIENT = () -> true;

    /** Whether they are still there, as far as can be told. Never waits, and is safe to call from many threads. */
    boolean waits();
}
