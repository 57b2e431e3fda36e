package dev.albumen.application.tag;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static dev.albumen.domain.shared.People.ADA;
import static dev.albumen.domain.shared.People.EVE;
import static dev.albumen.domain.shared.People.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.ImageView;
import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TagByKeywordsTest extends UseCaseTest {

    private final TagByKeywords tag = new TagByKeywords(transactions, catalogue.imageViews(), catalogue.tags(), audit, clock);

    @Test
    void makesKeywordsTheUsersTagsOnce() {
        Image image = given(anImage());

        tag(ADA, image);
        ImageView tagged = tag(ADA, image);

        assertThat(tagged.tags()).extracting(ImageView.Tag::name).containsExactlyInAnyOrder("oslo", "quay", "low tide");
        assertThat(catalogue.tags().of(image.id())).contains(Map.entry(new TagName("low tide"), TagSource.USER));
        assertThat(trail.actions()).containsExactly("image.tag");
    }

    @Test
    void makesThemTheImageOwnersWhoeverAsks() {
        tag(ROOT, given(anImage().ownedBy(ADA)));

        assertThat(catalogue.tags().of(ADA.userId())).hasSize(3);
        assertThat(catalogue.tags().of(ROOT.userId())).isEmpty();
    }

    @Test
    void leavesAnImageWithoutKeywordsAlone() {
        Image image = given(anImage().failed());

        assertThat(tag(ADA, image).tags()).isEmpty();
        assertThat(trail.actions()).isEmpty();
    }

    @Test
    void waitsUntilTheFileIsRead() {
        Image image = given(anImage().pending());

        assertRefused("image-pending", () -> tag(ADA, image));
    }

    @Test
    void isNotForOthers() {
        Image image = given(anImage());
        assertHidden(() -> tag(EVE, image));
        assertHidden(() -> tag(ADA, anImage().build()));

        place(given(anAlbum().seenBy(Visibility.PUBLIC)), image);
        assertForbidden(() -> tag(EVE, image));
    }

    private ImageView tag(Viewer viewer, Image image) {
        return tag.handle(viewer, new TagByKeywords.Command(image.id()));
    }
}
