package dev.albumen.bootstrap.imports;

/** Ends what is being done: one picture, or all of it. The message is for people. */
final class ImportFailed extends RuntimeException {

    private final boolean forAll;

    ImportFailed(String message, boolean forAll) {
        super(message, null, false, false);
        this.forAll = forAll;
    }

    /** Whether it would be the same with every other picture. */
    boolean forAll() {
        return forAll;
    }
}
