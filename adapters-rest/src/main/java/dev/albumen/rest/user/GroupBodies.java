package dev.albumen.rest.user;

import dev.albumen.application.user.GroupMembers;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.user.Group;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** Groups of users as they go in and out. */
final class GroupBodies {

    private GroupBodies() {}

    @Introspected
    @Schema(name = "NewGroup", example = "{\"name\": \"Family\"}")
    record Create(String name) {}

    @Introspected
    @Schema(name = "GroupPatch", example = "{\"name\": \"The family\"}")
    record Patch(Change<String> name) {}

    /** @param ownerId who made it; everybody else who sees it is in it */
    @Serdeable.Serializable
    @Schema(name = "Group")
    record View(UUID id, UUID ownerId, String name, Instant createdAt, Instant updatedAt, long version) {

        static View of(Group group) {
            return new View(group.id().value(), group.ownerId().value(), group.name(), group.createdAt(), group.updatedAt(),
                    group.version());
        }
    }

    @Serdeable.Serializable
    @Schema(name = "GroupMember")
    record Member(UUID userId, String username, String displayName, Instant since) {

        static Member of(GroupMembers.Membership member) {
            return new Member(member.userId().value(), member.username(), member.displayName(), member.since());
        }
    }
}
