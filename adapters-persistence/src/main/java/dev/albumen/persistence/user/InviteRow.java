package dev.albumen.persistence.user;

import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.Invite;
import dev.albumen.domain.user.InviteId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invite as it stands in its table. */
@MappedEntity("invites")
record InviteRow(
        @Id UUID id,
        String codeHash,
        @Nullable UUID createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable UUID usedBy,
        @Nullable Instant usedAt) {

    Invite invite() {
        return new Invite(new InviteId(id), user(createdBy), createdAt, expiresAt, user(usedBy), usedAt);
    }

    private static @Nullable UserId user(@Nullable UUID id) {
        return id == null ? null : new UserId(id);
    }
}
