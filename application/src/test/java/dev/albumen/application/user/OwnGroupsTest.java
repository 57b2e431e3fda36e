package dev.albumen.application.user;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.BOB;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Group;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Making, reading, renaming and deleting groups. */
class OwnGroupsTest extends UseCaseTest {

    private final CreateGroup create = new CreateGroup(transactions, catalogue.groups(), catalogue.users(), audit, ids, clock);
    private final ViewGroup view = new ViewGroup(transactions, catalogue.groups(), catalogue.groupMembers());
    private final ListGroups list = new ListGroups(transactions, catalogue.groups());
    private final RenameGroup rename = new RenameGroup(transactions, catalogue.groups(), catalogue.groupMembers(), audit, clock);
    private final DeleteGroup delete = new DeleteGroup(transactions, catalogue.groups(), catalogue.groupMembers(), audit, clock);

    @Test
    void makesAGroupOfOnesOwn() {
        Group group = create(ADA, "  Family ");

        assertThat(group.name()).isEqualTo("Family");
        assertThat(view.handle(ADA, new ViewGroup.Query(group.id()))).isEqualTo(group);
        assertThat(list.handle(ADA, new ListGroups.Query(PageRequest.first(9))).items()).containsExactly(group);
        assertThat(trail.actions()).containsExactly("group.create");
    }

    @Test
    void makesNoMoreThanThereMayBe() {
        transactions.writing(() -> {
            for (int i = 0; i < Group.MOST; i++) {
                catalogue.groups().add(Group.named(new GroupId(new UUID(8, i)), ADA.userId(), "Group " + i, NOON));
            }
        });

        assertRefused("too-many-groups", () -> create(ADA, "One more"));
        assertThat(create(BOB, "His first").ownerId()).isEqualTo(BOB.userId());
    }

    @Test
    void refusesNamesThatCannotBeShown() {
        assertRefused("empty", () -> create(ADA, " "));
        assertRefused("too-long", () -> create(ADA, "x".repeat(65)));
        assertThat(refusedWithoutTrace(() -> create(Viewer.ANONYMOUS, "Family"))).isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void showsItToThoseInItAndLetsItsOwnerAndAdminsChangeIt() {
        Group group = create(ADA, "Family");
        transactions.writing(() -> catalogue.groupMembers().put(group.id(), BOB.userId(), NOON));

        assertThat(view.handle(BOB, new ViewGroup.Query(group.id()))).isEqualTo(group);
        assertForbidden(() -> rename(BOB, group, "Mine"));
        assertForbidden(() -> delete.handle(BOB, new DeleteGroup.Command(group.id(), Optional.empty())));
        assertHidden(() -> view.handle(EVE, new ViewGroup.Query(group.id())));
        assertHidden(() -> rename(EVE, group, "Mine"));
        assertHidden(() -> delete.handle(EVE, new DeleteGroup.Command(group.id(), Optional.empty())));

        assertThat(rename(ADA, group, "The family").version()).isEqualTo(2);
        assertThat(rename(ROOT, group, "Theirs").name()).isEqualTo("Theirs");
        assertThat(refusedWithoutTrace(() -> delete.handle(ADA, new DeleteGroup.Command(group.id(), Optional.of(1L)))))
                .isEqualTo(new Refusal.Stale());
        delete.handle(ADA, new DeleteGroup.Command(group.id(), Optional.of(3L)));
        assertHidden(() -> view.handle(ADA, new ViewGroup.Query(group.id())));
        assertThat(trail.actions()).containsExactly("group.create", "group.rename", "group.rename", "group.delete");
    }

    private Group create(Viewer viewer, String name) {
        return create.handle(viewer, new CreateGroup.Command(name));
    }

    private Group rename(Viewer viewer, Group group, String name) {
        return rename.handle(viewer, new RenameGroup.Command(group.id(), Change.to(name), Optional.empty()));
    }
}
