package dev.albumen.application.tag;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TagImageTest extends UseCaseTest {

    private static final TagName SEA = new TagName("sea");

    private final TagImage tag = new TagImage(transactions, catalogue.imageViews(), catalogue.tags(), audit, clock);
    private final UntagImage untag = new UntagImage(transactions, catalogue.imageViews(), catalogue.tags(), audit, clock);

    @Test
    void tagsAndUntagsOnce() {
        Image image = given(anImage());

        tag(ADA, image);
        tag(ADA, image);
        assertThat(catalogue.tags().of(image.id())).containsExactly(Map.entry(SEA, TagSource.USER));
        untag(ADA, image);
        untag(ADA, image);

        assertThat(catalogue.tags().of(image.id())).isEmpty();
        assertThat(trail.actions()).containsExactly("image.tag", "image.untag");
    }

    @Test
    void makesTheTagTheImageOwnersWhoeverGivesIt() {
        Image image = given(anImage().ownedBy(ADA));

        tag(ROOT, image);

        assertThat(catalogue.tags().of(ADA.userId())).containsExactly(SEA);
        assertThat(catalogue.tags().of(ROOT.userId())).isEmpty();
    }

    @Test
    void isNotForOthers() {
        Image image = given(anImage());
        assertHidden(() -> tag(EVE, image));
        assertHidden(() -> untag(EVE, image));
        assertHidden(() -> tag(ADA, anImage().build()));

        place(given(anAlbum().seenBy(Visibility.PUBLIC)), image);
        assertForbidden(() -> tag(EVE, image));
        assertForbidden(() -> untag(EVE, image));
    }

    private void tag(Viewer viewer, Image image) {
        tag.handle(viewer, new TagImage.Command(image.id(), SEA));
    }

    private void untag(Viewer viewer, Image image) {
        untag.handle(viewer, new UntagImage.Command(image.id(), SEA));
    }
}
