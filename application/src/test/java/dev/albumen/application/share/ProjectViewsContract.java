package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static dev.albumen.domain.share.ShareLinkBuilder.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumSort;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.share.SharedResource;
import dev.albumen.domain.shared.Change;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What links to projects show, and nothing else. */
public abstract class ProjectViewsContract extends CatalogueContract {

    private Album project;
    private Album church;
    private Album dinner;
    private Album cake;
    private Image inDinner;
    private Image inCake;

    @BeforeEach
    void makeProject() {
        project = kept(anAlbum().ownedBy(ada).titled("Wedding").build());
        dinner = kept(anAlbum().ownedBy(ada).titled("dinner").in(project).build());
        church = kept(anAlbum().ownedBy(ada).titled("Church").in(project).build());
        cake = kept(anAlbum().ownedBy(ada).titled("Cake").in(dinner).build());
        inDinner = kept(anImage().ownedBy(ada).build());
        inCake = kept(anImage().ownedBy(ada).build());
        place(dinner, kept(anImage().ownedBy(ada).pending().build()), inDinner);
        place(cake, inCake);
    }

    @Test
    void listAlbumsLevelByLevelByTitle() {
        assertThat(list(project, project)).extracting(ProjectViews.SharedAlbum::title).containsExactly("Church", "dinner");
        assertThat(list(project, dinner)).extracting(ProjectViews.SharedAlbum::id).containsExactly(cake.id());
        assertThat(list(project, church)).isEmpty();
        assertThat(list(church, dinner)).as("of another project").isEmpty();
    }

    @Test
    void tellWhatIsShownOfAnAlbum() {
        ProjectViews.SharedAlbum shown = catalogue.projectViews().find(project.id(), dinner.id()).orElseThrow();

        assertThat(shown.parentId()).isEqualTo(project.id());
        assertThat(shown.imageCount()).isOne();
        assertThat(shown.sort()).isEqualTo(AlbumSort.MANUAL);
        assertThat(shown.cover()).isNotNull();
        assertThat(shown.cover().image().id()).as("not the one that is pending").isEqualTo(inDinner.id());
        assertThat(catalogue.projectViews().find(project.id(), church.id()).orElseThrow().cover()).isNull();
        assertThat(catalogue.projectViews().find(project.id(), cake.id()).orElseThrow().parentId()).isEqualTo(dinner.id());
    }

    @Test
    void takeTheCoverThatTheAlbumHas() {
        Image second = kept(anImage().ownedBy(ada).build());
        place(dinner, second);
        change(dinner, new Album.Patch(Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.to(second.id()), Change.keep(),
                Change.keep(), Change.keep(), Change.keep(), Change.keep()));

        assertThat(catalogue.projectViews().find(project.id(), dinner.id()).orElseThrow().cover().image().id()).isEqualTo(second.id());
    }

    @Test
    void findNothingThatLiesElsewhere() {
        Album other = kept(anAlbum().ownedBy(ada).build());
        assertThat(catalogue.projectViews().find(project.id(), other.id())).isEmpty();
        assertThat(catalogue.projectViews().find(project.id(), project.id())).isEmpty();
        assertThat(catalogue.projectViews().find(dinner.id(), project.id())).isEmpty();
    }

    @Test
    void findTheAlbumThatHoldsAnImage() {
        ProjectViews views = catalogue.projectViews();
        assertThat(views.holding(project.id(), inCake.id())).contains(cake.id());
        place(dinner, inCake);
        assertThat(views.holding(project.id(), inCake.id())).as("the highest").contains(dinner.id());
        assertThat(views.holding(church.id(), inCake.id())).isEmpty();
        Image above = kept(anImage().ownedBy(ada).build());
        place(project, above);
        assertThat(views.holding(project.id(), above.id())).as("what the project itself holds").isEmpty();
    }

    @Test
    void showImagesOfAllAlbumsInTheProjectUntilTheseLeaveIt() {
        ShareLink link = added(aShareLink().ownedBy(ada).toProject(project).build());
        ShareLink narrow = added(aShareLink().ownedBy(ada).to(project).build());
        assertThat(shows(link, inDinner)).isTrue();
        assertThat(shows(link, inCake)).isTrue();
        assertThat(shows(narrow, inDinner)).as("a link to the album alone").isFalse();
        assertThat(shows(link, kept(anImage().ownedBy(ada).build()))).isFalse();

        change(dinner, new Album.Patch(Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(), Change.keep(),
                Change.keep(), Change.keep(), Change.clear(), Change.keep()));

        assertThat(shows(link, inDinner)).isFalse();
        assertThat(shows(link, inCake)).isFalse();
        assertThat(catalogue.projectViews().find(project.id(), cake.id())).isEmpty();
        assertThat(list(project, project)).extracting(ProjectViews.SharedAlbum::id).containsExactly(church.id());
    }

    private boolean shows(ShareLink link, Image image) {
        boolean delivered = catalogue.shareViews().openDelivery(ShareKey.of(token(link)), image.id()).orElseThrow().delivery() != null;
        assertThat(catalogue.shareViews().image(link.resource(), image.id()).isPresent()).isEqualTo(delivered);
        return delivered;
    }

    private void change(Album album, Album.Patch patch) {
        writing(() -> catalogue.albums().save(catalogue.albums().find(album.id()).orElseThrow().changed(patch, album.createdAt())));
    }

    private ShareLink added(ShareLink link) {
        writing(() -> catalogue.shareLinks().add(link));
        assertThat(read(() -> catalogue.shareLinks().find(link.id())).map(ShareLink::resource)).contains(link.resource());
        assertThat(link.resource()).isInstanceOfAny(SharedResource.OfProject.class, SharedResource.OfAlbum.class);
        return link;
    }

    private List<ProjectViews.SharedAlbum> list(Album top, Album holder) {
        return paged(page -> catalogue.projectViews().list(top.id(), holder.id(), page));
    }
}
