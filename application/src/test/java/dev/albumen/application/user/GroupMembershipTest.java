package dev.albumen.application.user;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Group;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Putting users into groups, and taking them out. */
class GroupMembershipTest extends UseCaseTest {

    private final AddToGroup add = new AddToGroup(transactions, catalogue.groups(), catalogue.groupMembers(), audit, clock);
    private final RemoveFromGroup remove = new RemoveFromGroup(transactions, catalogue.groups(), catalogue.groupMembers(), audit, clock);
    private final ListGroupMembers list = new ListGroupMembers(transactions, catalogue.groups(), catalogue.groupMembers());
    private final GroupId family = new GroupId(new UUID(7, 1));

    @BeforeEach
    void makeGroup() {
        transactions.writing(() -> catalogue.groups().add(Group.named(family, ADA.userId(), "Family", NOON)));
    }

    @Test
    void addsOnceAndRemovesOnce() {
        add(ADA, BOB.userId());
        add(ADA, BOB.userId());
        assertThat(list.handle(ADA, new ListGroupMembers.Query(family, PageRequest.first(9))).items())
                .extracting(GroupMembers.Membership::username).containsExactly("bob");

        remove(ADA, BOB.userId());
        remove(ADA, BOB.userId());

        assertThat(holds(BOB)).isFalse();
        assertThat(trail.actions()).containsExactly("group.add-member", "group.remove-member");
        assertThat(trail.entries().getFirst().metadata()).containsEntry("user", BOB.userId().toString());
    }

    @Test
    void addsOnlyWhomThereIsAndNotTheOwner() {
        assertHidden(() -> add(ADA, new UserId(new UUID(0, 404))));
        assertRefused("member-is-owner", () -> add(ADA, ADA.userId()));
    }

    @Test
    void letsMembersLeaveButNotDecideOrSeeWhoElseIsIn() {
        add(ADA, BOB.userId());

        assertForbidden(() -> add(BOB, EVE.userId()));
        assertForbidden(() -> list.handle(BOB, new ListGroupMembers.Query(family, PageRequest.first(9))));
        assertForbidden(() -> remove(BOB, EVE.userId()));
        remove(BOB, BOB.userId());

        assertThat(holds(BOB)).isFalse();
        assertHidden(() -> remove(BOB, BOB.userId()));
    }

    @Test
    void hidesGroupsFromStrangers() {
        assertHidden(() -> add(EVE, EVE.userId()));
        assertHidden(() -> remove(EVE, BOB.userId()));
        assertHidden(() -> list.handle(EVE, new ListGroupMembers.Query(family, PageRequest.first(9))));
    }

    private boolean holds(Viewer.Member member) {
        return catalogue.groupMembers().holds(family, member.userId());
    }

    private void add(Viewer viewer, UserId user) {
        add.handle(viewer, new AddToGroup.Command(family, user));
    }

    private void remove(Viewer viewer, UserId user) {
        remove.handle(viewer, new RemoveFromGroup.Command(family, user));
    }
}
