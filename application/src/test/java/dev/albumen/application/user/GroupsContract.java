package dev.albumen.application.user;

import static dev.albumen.domain.image.ImageBuilder.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.application.shared.SequentialIds;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.user.Group;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every store of groups does. */
public abstract class GroupsContract extends CatalogueContract {

    private final SequentialIds ids = new SequentialIds();

    @Test
    void findsAGroupAsItWasAddedAndSaved() {
        Group group = added(ada, "Family");
        assertThat(find(group)).contains(group);

        Group saved = write(() -> catalogue.groups().save(group.renamed("The family", NOON.plusSeconds(9))));

        assertThat(saved).isEqualTo(new Group(group.id(), ada, "The family", NOON, NOON.plusSeconds(9), 2));
        assertThat(find(group)).contains(saved);
        assertStale(() -> write(() -> catalogue.groups().save(group)));
    }

    @Test
    void deletesAGroupWithItsMembers() {
        Group group = added(ada, "Family");
        writing(() -> catalogue.groupMembers().put(group.id(), bob, NOON));

        writing(() -> catalogue.groups().delete(group.id()));
        writing(() -> catalogue.groups().delete(group.id()));

        assertThat(find(group)).isEmpty();
        assertThat(list(bob)).isEmpty();
        assertStale(() -> write(() -> catalogue.groups().save(group)));
    }

    @Test
    void listsThoseThatAUserHasMadeOrIsInNewestFirst() {
        Group own = added(ada, "Own");
        Group other = added(bob, "Other");
        added(bob, "Without");
        Group newest = added(ada, "Newest");
        writing(() -> catalogue.groupMembers().put(other.id(), ada, NOON));

        assertThat(list(ada)).containsExactly(newest, other, own);
        assertThat(read(() -> catalogue.groups().count(ada))).isEqualTo(2);
        assertThat(list(catalogue.user("cyd"))).isEmpty();
    }

    private List<Group> list(UserId user) {
        return paged(page -> read(() -> catalogue.groups().list(user, page)));
    }

    private Optional<Group> find(Group group) {
        return read(() -> catalogue.groups().find(group.id()));
    }

    private Group added(UserId owner, String name) {
        Group group = Group.named(new GroupId(ids.next()), owner, name, NOON);
        writing(() -> catalogue.groups().add(group));
        return group;
    }
}
