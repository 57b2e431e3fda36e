package dev.albumen.domain.user;

import dev.albumen.domain.shared.Sha256;

/**
 * Who somebody is to a provider of identities. The pair names one person for good; an e-mail address does not.
 *
 * @param issuer the provider as it calls itself, compared letter by letter
 * @param subject 1 to 255 characters, unique within the issuer (OpenID Connect Core 1.0, section 2)
 */
public record ExternalId(String issuer, String subject) {

    public static final int MAX_ISSUER = 500;
    public static final int MAX_SUBJECT = 255;
    private static final int MARK = 32;

    public ExternalId {
        if (issuer.isEmpty() || issuer.length() > MAX_ISSUER || subject.isBlank() || subject.length() > MAX_SUBJECT) {
            throw new IllegalArgumentException("not an identity");
        }
    }

    /** A short name for it that tells nothing: 32 hexadecimal digits. */
    public String mark() {
        return Sha256.of(issuer + "\n" + subject).hex().substring(0, MARK);
    }
}
