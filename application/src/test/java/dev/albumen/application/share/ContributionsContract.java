package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.NOON;
import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.share.Contributions.Load;
import dev.albumen.application.share.Contributions.Search;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.share.Contribution;
import dev.albumen.domain.share.Contribution.State;
import dev.albumen.domain.share.ContributionId;
import dev.albumen.domain.share.ShareLink;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of contributions does. */
public abstract class ContributionsContract extends CatalogueContract {

    private static final AtomicLong MADE = new AtomicLong();

    private Contributions contributions;
    private Album album;
    private ShareLink link;
    private ShareLink other;

    @BeforeEach
    void makeLinks() {
        contributions = catalogue.contributions();
        album = kept(anAlbum().ownedBy(ada).build());
        link = kept(aShareLink().ownedBy(ada).to(album).build());
        other = kept(aShareLink().ownedBy(ada).to(album).build());
    }

    @Test
    void keepsOneForEachLinkAndImage() {
        Image image = kept(anImage().ownedBy(ada).build());
        Contribution first = contribution(link, image, "Grace");
        Contribution again = contribution(link, image, null);
        Contribution elsewhere = contribution(other, image, null);

        assertThat(add(first)).isEqualTo(first);
        assertThat(add(again)).isEqualTo(first);
        assertThat(add(elsewhere)).isEqualTo(elsewhere);
        assertThat(list(null, null)).containsExactly(elsewhere, first);
        assertThat(write(() -> contributions.lock(again.id()))).isEmpty();
    }

    @Test
    void tellsHowMuchHasComeThroughALink() {
        Image image = kept(anImage().ownedBy(ada).build());
        Contribution first = add(contribution(link, image, null));
        Image second = kept(anImage().ownedBy(ada).build());
        add(contribution(link, second, null));
        add(contribution(other, second, null));

        assertThat(write(() -> contributions.load(link.id()))).contains(new Load(2, image.byteSize() + second.byteSize()));
        writing(() -> contributions.save(first.settled(State.REJECTED)));
        assertThat(write(() -> contributions.load(link.id()))).contains(new Load(1, second.byteSize()));
        assertThat(write(() -> contributions.load(aShareLink().build().id()))).isEmpty();
    }

    @Test
    void listsAnOwnersByLinkAndState() {
        Contribution one = add(contribution(link, kept(anImage().ownedBy(ada).build()), null));
        Contribution two = add(contribution(link, kept(anImage().ownedBy(ada).build()), null)).settled(State.ACCEPTED);
        writing(() -> contributions.save(two));
        Contribution three = add(contribution(other, kept(anImage().ownedBy(ada).build()), null));

        assertThat(list(null, null)).containsExactly(three, two, one);
        assertThat(list(link, null)).containsExactly(two, one);
        assertThat(list(null, State.PENDING)).containsExactly(three, one);
        assertThat(list(link, State.ACCEPTED)).containsExactly(two);
        assertThat(paged(page -> contributions.list(bob, new Search(null, null), page))).isEmpty();
    }

    @Test
    void staysWhenTheLinkGoes() {
        Contribution one = add(contribution(link, kept(anImage().ownedBy(ada).build()), "Grace"));
        writing(() -> catalogue.shareLinks().delete(link.id()));

        assertThat(list(null, null)).singleElement().satisfies(left -> {
            assertThat(left.id()).isEqualTo(one.id());
            assertThat(left.shareId()).isNull();
        });
    }

    private Contribution contribution(ShareLink through, Image image, @Nullable String name) {
        return new Contribution(new ContributionId(new UUID(0xc0, MADE.incrementAndGet())), through.id(), ada, album.id(), image.id(), name,
                true, State.PENDING, NOON);
    }

    private Contribution add(Contribution one) {
        return write(() -> contributions.add(one));
    }

    private List<Contribution> list(@Nullable ShareLink through, @Nullable State state) {
        return paged(page -> contributions.list(ada, new Search(through == null ? null : through.id(), state), page));
    }

    private ShareLink kept(ShareLink made) {
        writing(() -> catalogue.shareLinks().add(made));
        return made;
    }
}
