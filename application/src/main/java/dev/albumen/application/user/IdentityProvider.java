package dev.albumen.application.user;

import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;

/**
 * A provider by which people sign in, and what this instance believes of what it says.
 *
 * @param name as settings and addresses call it: lower-case letters and digits
 * @param title as people read it
 * @param roles the role for each value of the provider's claim; empty where it has no say in roles
 * @param groups the group for each value of the provider's claim; whoever does not have the value is not in the group
 */
public record IdentityProvider(
        String name, String title, NewAccounts newAccounts, EmailLinking emailLinking, Map<String, Role> roles, Map<String, GroupId> groups) {

    /** Whether somebody without an account gets one. */
    public enum NewAccounts {
        /** Where anybody may register. */
        REGISTRATION,
        ALWAYS,
        NEVER
    }

    /** Whether somebody without a known identity gets the account that has their e-mail address. */
    public enum EmailLinking {
        NEVER,
        /**
         * Where the provider says that the address was verified. Accounts of more than ordinary users are never got this way.
         * Whoever had the account before, and may have registered with somebody else's address, is shut out of it.
         */
        VERIFIED
    }

    public IdentityProvider {
        if (!name.matches("[a-z0-9]{1,32}")) {
            throw new IllegalArgumentException("a provider's name has 1 to 32 letters and digits");
        }
        if (roles.containsValue(Role.SUPERADMIN)) {
            throw new IllegalArgumentException("no provider makes superadmins");
        }
        roles = Map.copyOf(roles);
        groups = Map.copyOf(groups);
    }

    /** The highest role that one of the values stands for. */
    Role role(Collection<String> values) {
        return values.stream().map(roles::get).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(Role.USER);
    }
}
