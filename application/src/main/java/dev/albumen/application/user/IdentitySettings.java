package dev.albumen.application.user;

import dev.albumen.domain.user.RegistrationMode;
import org.jspecify.annotations.Nullable;

/**
 * How an instance takes in accounts.
 *
 * @param registration who may make themselves an account
 * @param defaultQuotaBytes what a new account may store; {@code null} is without limit
 */
public record IdentitySettings(RegistrationMode registration, @Nullable Long defaultQuotaBytes) {

    public static final IdentitySettings DEFAULT = new IdentitySettings(RegistrationMode.OPEN, null);

    public IdentitySettings {
        if (defaultQuotaBytes != null && defaultQuotaBytes < 0) {
            throw new IllegalArgumentException("albumen.default-quota-bytes must not be negative");
        }
    }
}
