package dev.albumen.application.user;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.Group;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of groups' members does. */
public abstract class GroupMembersContract extends CatalogueContract {

    private final GroupId group = new GroupId(new UUID(7, 1));
    private final GroupId other = new GroupId(new UUID(7, 2));

    @BeforeEach
    void makeGroups() {
        writing(() -> {
            catalogue.groups().add(Group.named(group, ada, "Family", NOON));
            catalogue.groups().add(Group.named(other, ada, "Friends", NOON));
        });
    }

    @Test
    void holdsWhomeverIsPutIntoTheGroupOnce() {
        assertThat(put(bob, NOON)).isTrue();
        assertThat(put(bob, NOON.plusSeconds(9))).isTrue();

        assertThat(holds(group, bob)).isTrue();
        assertThat(holds(other, bob)).isFalse();
        assertThat(holds(group, ada)).isFalse();
        assertThat(read(() -> catalogue.groupMembers().count(group))).isOne();
        assertThat(paged(page -> read(() -> catalogue.groupMembers().list(group, page))))
                .containsExactly(new GroupMembers.Membership(bob, "bob", "bob", NOON));
    }

    @Test
    void holdsNobodyWhoDoesNotExist() {
        assertThat(put(new UserId(new UUID(0, 404)), NOON)).isFalse();
        assertThat(read(() -> catalogue.groupMembers().count(group))).isZero();
    }

    @Test
    void listsEverybodyInPages() {
        put(bob, NOON);
        put(catalogue.user("cyd"), NOON);
        put(catalogue.user("dee"), NOON);

        assertThat(paged(page -> read(() -> catalogue.groupMembers().list(group, page))))
                .extracting(GroupMembers.Membership::username).containsExactlyInAnyOrder("bob", "cyd", "dee");
    }

    @Test
    void removesOnce() {
        put(bob, NOON);

        assertThat(write(() -> catalogue.groupMembers().remove(group, bob))).isTrue();
        assertThat(write(() -> catalogue.groupMembers().remove(group, bob))).isFalse();
        assertThat(holds(group, bob)).isFalse();
    }

    private boolean put(UserId user, Instant now) {
        return write(() -> catalogue.groupMembers().put(group, user, now));
    }

    private boolean holds(GroupId where, UserId user) {
        return read(() -> catalogue.groupMembers().holds(where, user));
    }
}
