package dev.albumen.application.shared;

/** Makes secrets that nobody can guess. */
public interface Tokens {

    /** 256 random bits from a cryptographically strong source, as 43 characters of base64url. */
    String next();
}
