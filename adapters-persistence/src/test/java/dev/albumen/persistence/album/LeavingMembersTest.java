package dev.albumen.persistence.album;

import static dev.albumen.domain.album.AlbumBuilder.NOON;
import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.album.AlbumViews;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.Group;
import dev.albumen.persistence.shared.AtOnce;
import dev.albumen.persistence.shared.PostgresCatalogue;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Sql;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An album's members come and go while somebody looks, again and again. */
class LeavingMembersTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final int ROUNDS = 500;
    private static final String WRONG_MEMBERS = """
            SELECT coalesce(kept.user_id, due.user_id) AS user_id
            FROM (SELECT * FROM album_members WHERE group_id IS NOT NULL) kept
                FULL JOIN (SELECT a.album_id, m.user_id, a.role, a.group_id
                    FROM album_groups a JOIN group_members m ON m.group_id = a.group_id) due
                ON (kept.album_id, kept.user_id, kept.role, kept.group_id) = (due.album_id, due.user_id, due.role, due.group_id)
            WHERE kept.user_id IS NULL OR due.user_id IS NULL
            """;

    private final PostgresCatalogue catalogue = new PostgresCatalogue(POSTGRES);
    private final Transactions transactions = catalogue.transactions();
    private final GroupId group = new GroupId(new UUID(7, 1));
    private UserId ada;
    private Viewer.Member bob;
    private Album album;
    private Album inner;
    private Image image;

    @BeforeEach
    void makeAlbum() {
        ada = catalogue.user("ada");
        bob = new Viewer.Member(catalogue.user("bob"), Role.USER, new SessionId(new UUID(1, 1)));
        album = anAlbum().ownedBy(ada).build();
        inner = anAlbum().ownedBy(ada).in(album).build();
        image = anImage().ownedBy(ada).build();
        transactions.writing(() -> {
            catalogue.albums().add(album);
            catalogue.albums().add(inner);
            catalogue.images().add(image);
            catalogue.albumImages().append(inner.id(), List.of(image.id()), ada, NOON);
        });
    }

    @Test
    void seeNothingOnceTheyHaveLeft() {
        rounds(() -> catalogue.albumMembers().put(album.id(), bob.userId(), AlbumRole.VIEWER, NOON),
                () -> catalogue.albumMembers().remove(album.id(), bob.userId()));
    }

    @Test
    void seeNothingOnceTheyHaveLeftTheGroup() {
        transactions.writing(() -> {
            catalogue.groups().add(Group.named(group, ada, "Family", NOON));
            catalogue.albumGroups().put(album.id(), group, AlbumRole.VIEWER, NOON);
        });
        rounds(() -> catalogue.groupMembers().put(group, bob.userId(), NOON),
                () -> catalogue.groupMembers().remove(group, bob.userId()));
    }

    @Test
    void seeNothingOnceTheGroupIsDeleted() {
        rounds(() -> {
            catalogue.groups().add(Group.named(group, ada, "Family", NOON));
            catalogue.groupMembers().put(group, bob.userId(), NOON);
            catalogue.albumGroups().put(album.id(), group, AlbumRole.VIEWER, NOON);
        }, () -> catalogue.groups().delete(group));
    }

    @Test
    void areThoseOfTheGroupsWhateverChangesAtTheSameMoment() {
        GroupId other = new GroupId(new UUID(7, 2));
        transactions.writing(() -> {
            catalogue.groups().add(Group.named(group, ada, "Family", NOON));
            catalogue.groups().add(Group.named(other, ada, "Friends", NOON));
        });
        for (int round = 0; round < ROUNDS / 2; round++) {
            boolean in = round % 2 == 0;
            AtOnce.run(() -> AtOnce.done(() -> transactions.writing(() -> join(in, group))),
                    () -> AtOnce.done(() -> transactions.writing(() -> belong(in, group))),
                    () -> AtOnce.done(() -> transactions.writing(() -> belong(!in, other))),
                    () -> AtOnce.done(() -> transactions.writing(() -> join(in, other))));

            assertThat(POSTGRES.bean(Sql.class).list(WRONG_MEMBERS, row -> row.uuid("user_id"))).isEmpty();
        }
    }

    private void join(boolean in, GroupId which) {
        if (in) {
            catalogue.groupMembers().put(which, bob.userId(), NOON);
        } else {
            catalogue.groupMembers().remove(which, bob.userId());
        }
    }

    private void belong(boolean in, GroupId which) {
        if (in) {
            catalogue.albumGroups().put(album.id(), which, AlbumRole.VIEWER, NOON);
        } else {
            catalogue.albumGroups().remove(album.id(), which);
        }
    }

    private void rounds(Runnable joining, Runnable leaving) {
        for (int round = 0; round < ROUNDS; round++) {
            transactions.writing(joining);
            assertThat(seen()).isEqualTo("2 albums, true, true");

            List<String> outcomes = AtOnce.run(() -> AtOnce.done(() -> transactions.writing(leaving)),
                    () -> transactions.read(this::seen), this::seenAfter);

            assertThat(outcomes.get(0)).isEqualTo("done");
            assertThat(outcomes.get(1)).as("all of it or nothing").isIn("2 albums, true, true", "0 albums, false, false");
            assertThat(seen()).isEqualTo("0 albums, false, false");
        }
    }

    /** Each in a statement of its own: what is hidden stays so. */
    private String seenAfter() {
        boolean before = catalogue.albumViews().find(bob, inner.id()).isPresent();
        boolean after = catalogue.imageViews().find(bob, image.id()).isPresent();
        assertThat(before || !after).as("seen again").isTrue();
        return "";
    }

    private String seen() {
        int albums = catalogue.albumViews().list(bob,
                new AlbumViews.Search(null, null, null, null, AlbumViews.Sort.CREATED_AT), PageRequest.first(9)).items().size();
        return albums + " albums, " + catalogue.albumViews().find(bob, inner.id()).isPresent() + ", "
                + catalogue.imageViews().find(bob, image.id()).isPresent();
    }
}
