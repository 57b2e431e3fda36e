package dev.albumen.application.image;

import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.image.ImageBuilder.NOON;
import static dev.albumen.domain.image.ImageBuilder.anImage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.FacetCounts.Count;
import dev.albumen.application.image.FacetCounts.Facet;
import dev.albumen.application.image.Suggestion.Kind;
import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.album.Album;
import dev.albumen.domain.album.AlbumRole;
import dev.albumen.domain.album.Visibility;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.social.Stars;
import dev.albumen.domain.tag.TagName;
import dev.albumen.domain.tag.TagSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What helps to find images, and never tells of others'. */
public abstract class FindingViewsContract extends CatalogueContract {

    @ParameterizedTest
    @CsvSource({"sunst, sunset", "SUNSTE, sunset", "bech, beach", "baech, beach", "sünst, sunset", "mountian, mountain"})
    void tellsWhatAWordMayHaveMeant(String typed, String meant) {
        kept(anImage().ownedBy(ada).titled("Sunset over the beach").build());
        kept(anImage().ownedBy(ada).titled("Mountain").build());

        assertThat(corrected(ada, ImageSearch.OWN, typed)).containsExactly(Map.entry(typed, meant));
    }

    @Test
    void leavesWordsThatAreThereAndThoseLikeNoneOfThem() {
        kept(anImage().ownedBy(ada).titled("Sunset over the beach").build());

        for (String typed : List.of("sunset", "suns", "beach", "moonlight", "be", "bex", "sunset-beach", "2034", "\uD83D\uDE00", "%", "''")) {
            assertThat(corrected(ada, ImageSearch.OWN, typed)).as(typed).isEmpty();
        }
    }

    @Test
    void forgetsWhatIsInTheTrash() {
        Image image = kept(anImage().ownedBy(ada).titled("Sunset").build());
        assertThat(corrected(ada, ImageSearch.OWN, "sunst")).isNotEmpty();

        writing(() -> catalogue.images().save(image.trashed(NOON)));

        assertThat(corrected(ada, ImageSearch.OWN, "sunst")).isEmpty();
    }

    @Test
    void tellsNothingOfOthersWords() {
        Image image = kept(anImage().ownedBy(ada).titled("Sunset").named("secret.jpg").build());
        place(kept(anAlbum().ownedBy(ada).seenBy(Visibility.PUBLIC).build()), image);

        for (String typed : List.of("sunst", "secrt")) {
            assertThat(corrected(bob, ImageSearch.OWN, typed)).isEmpty();
            assertThat(corrected(bob, ImageSearch.by(ada), typed)).isEmpty();
            assertThat(corrected(ada, ImageSearch.by(ada), typed)).isNotEmpty();
        }
    }

    @Test
    void countsWhatImagesHaveInCommon() {
        Image wide = kept(anImage().ownedBy(ada).measuring(900, 300).build());
        Image tall = kept(anImage().ownedBy(ada).of(MediaType.PNG).measuring(300, 400).build());
        kept(anImage().ownedBy(ada).trashedAt(NOON).build());
        kept(anImage().ownedBy(bob).build());
        writing(() -> {
            catalogue.tags().tag(ada, wide.id(), List.of(new TagName("sea"), new TagName("sky")), TagSource.USER);
            catalogue.tags().tag(ada, tall.id(), List.of(new TagName("sky")), TagSource.LABELER);
            catalogue.ratings().put(ada, tall.id(), new Stars(4), NOON);
            catalogue.ratings().put(bob, tall.id(), new Stars(2), NOON);
        });

        FacetCounts counted = catalogue.findingViews().facets(viewer(ada), ImageSearch.OWN);

        assertThat(counted.images()).isEqualTo(2);
        assertThat(counted.complete()).isTrue();
        assertThat(counted.counts()).isEqualTo(Map.of(
                Facet.CAMERA, List.of(new Count("Nikon Z6", 2)),
                Facet.LENS, List.of(new Count("50 mm", 2)),
                Facet.TAG, List.of(new Count("sky", 2), new Count("sea", 1)),
                Facet.YEAR, List.of(new Count("2026", 2)),
                Facet.MONTH, List.of(new Count("2026-05", 2)),
                Facet.TYPE, List.of(new Count("image/jpeg", 1), new Count("image/png", 1)),
                Facet.COLOR, List.of(new Count("blue", 2), new Count("orange", 2)),
                Facet.RATING, List.of(new Count("4", 1)),
                Facet.ORIENTATION, List.of(new Count("landscape", 1), new Count("panorama", 1), new Count("portrait", 1)),
                Facet.PLACE, List.of(new Count("Norway", 2), new Count("Sjølyststranda, Norway", 2))));
        assertThat(catalogue.findingViews().facets(viewer(ada), ImageSearch.OWN.and(new Criterion.Tagged("sea"))).images()).isEqualTo(1);
    }

    @Test
    void countsOfOthersImagesWhatTheViewerMayKnow() {
        Image image = kept(anImage().ownedBy(ada).build());
        kept(anImage().ownedBy(ada).build());
        Album open = kept(anAlbum().ownedBy(ada).seenBy(Visibility.PUBLIC).build());
        place(open, image);

        FacetCounts stranger = catalogue.findingViews().facets(viewer(bob), ImageSearch.by(ada));
        assertThat(stranger.images()).isEqualTo(1);
        assertThat(stranger.counts()).containsKey(Facet.TYPE).doesNotContainKeys(Facet.CAMERA, Facet.LENS, Facet.PLACE);

        writing(() -> catalogue.albumMembers().put(open.id(), bob, AlbumRole.VIEWER, NOON));
        assertThat(catalogue.findingViews().facets(viewer(bob), ImageSearch.by(ada)).counts()).containsKeys(Facet.CAMERA, Facet.LENS)
                .doesNotContainKey(Facet.PLACE);
        assertThat(catalogue.findingViews().facets(Viewer.ANONYMOUS, ImageSearch.OWN).images()).isZero();
    }

    @Test
    void suggestsWhatBeginsWithWhatWasTyped() {
        Image one = kept(anImage().ownedBy(ada).titled("Ólafur at the sea").build());
        Image two = kept(anImage().ownedBy(ada).titled("Seaside").build());
        Image gone = kept(anImage().ownedBy(ada).titled("Seagull").build());
        writing(() -> {
            catalogue.tags().tag(ada, one.id(), List.of(new TagName("sea"), new TagName("low tide")), TagSource.USER);
            catalogue.tags().tag(ada, two.id(), List.of(new TagName("sea")), TagSource.USER);
            catalogue.tags().tag(ada, gone.id(), List.of(new TagName("season")), TagSource.USER);
            catalogue.images().save(catalogue.images().find(gone.id()).orElseThrow().trashed(NOON));
        });

        assertThat(suggested(ada, "SEA")).containsExactly(new Suggestion(Kind.TAG, "sea", 2),
                new Suggestion(Kind.TITLE, "Seaside", 1), new Suggestion(Kind.TITLE, "Ólafur at the sea", 1));
        assertThat(suggested(ada, "ol")).containsExactly(new Suggestion(Kind.TITLE, "Ólafur at the sea", 1));
        assertThat(suggested(ada, "tid")).containsExactly(new Suggestion(Kind.TAG, "low tide", 1));
        assertThat(suggested(ada, "nikon z")).containsExactly(new Suggestion(Kind.CAMERA, "Nikon Z6", 2));
        assertThat(suggested(ada, "50")).containsExactly(new Suggestion(Kind.LENS, "50 mm", 2));
        assertThat(suggested(ada, "norw")).containsExactly(
                new Suggestion(Kind.PLACE, "Norway", 2), new Suggestion(Kind.PLACE, "Sjølyststranda, Norway", 2));
        for (String nothing : List.of("%", "easide", "zz", "'", "\uD83D\uDE00")) {
            assertThat(suggested(ada, nothing)).as(nothing).isEmpty();
        }
        assertThat(suggested(bob, "sea")).isEmpty();
    }

    @Test
    void suggestsOfOthersImagesWhatTheViewerMayKnow() {
        Image shown = kept(anImage().ownedBy(ada).titled("Sea").build());
        Image hidden = kept(anImage().ownedBy(ada).titled("Secret").build());
        place(kept(anAlbum().ownedBy(ada).seenBy(Visibility.PUBLIC).build()), shown);
        writing(() -> catalogue.tags().tag(ada, hidden.id(), List.of(new TagName("secrets")), TagSource.USER));

        assertThat(catalogue.findingViews().suggestions(viewer(bob), ImageSearch.by(ada), "se"))
                .containsExactly(new Suggestion(Kind.TITLE, "Sea", 1));
        assertThat(catalogue.findingViews().suggestions(viewer(bob), ImageSearch.by(ada), "nikon")).isEmpty();
        assertThat(catalogue.findingViews().suggestions(viewer(bob), ImageSearch.by(ada), "norw")).isEmpty();
    }

    private List<Suggestion> suggested(UserId viewer, String prefix) {
        return catalogue.findingViews().suggestions(viewer(viewer), ImageSearch.OWN, prefix);
    }

    private Map<String, String> corrected(UserId viewer, ImageSearch search, String... words) {
        return catalogue.findingViews().corrections(viewer(viewer), search, List.of(words));
    }
}
