package dev.albumen.rest.shared;

/** Something about the request breaks its syntax: answered 400. The message is shown to the client. */
public final class MalformedRequestException extends RuntimeException {

    private final String code;

    public MalformedRequestException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** Stable, kebab-case. */
    public String code() {
        return code;
    }
}
