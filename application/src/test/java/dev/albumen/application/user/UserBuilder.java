package dev.albumen.application.user;

import dev.albumen.application.shared.SequentialIds;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.EmailAddress;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes accounts for tests: {@code aUser("ada").withRole(ADMIN).build()}. */
public final class UserBuilder {

    public static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private static final SequentialIds IDS = new SequentialIds();

    private final String name;
    private final UserId id = new UserId(IDS.next());
    private Role role = Role.USER;
    private @Nullable Long quotaBytes;
    private boolean disabled;
    private @Nullable Instant deletionDueAt;

    private UserBuilder(String name) {
        this.name = name;
    }

    public static UserBuilder aUser(String name) {
        return new UserBuilder(name);
    }

    public UserBuilder withRole(Role changed) {
        role = changed;
        return this;
    }

    public UserBuilder withQuota(long bytes) {
        quotaBytes = bytes;
        return this;
    }

    public UserBuilder disabled() {
        disabled = true;
        return this;
    }

    public UserBuilder deletedAt(Instant due) {
        deletionDueAt = due;
        return this;
    }

    public User build() {
        return new User(id, Username.of(name), EmailAddress.of(name + "@example.org"), name, role, quotaBytes, disabled,
                deletionDueAt, NOON, NOON, NOON, 1);
    }
}
