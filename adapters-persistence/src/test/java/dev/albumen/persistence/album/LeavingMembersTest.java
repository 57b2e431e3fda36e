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
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An album's last member goes while they look at it, again and again. */
class LeavingMembersTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final int ROUNDS = 500;

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
