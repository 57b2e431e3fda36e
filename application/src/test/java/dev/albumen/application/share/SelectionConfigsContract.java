package dev.albumen.application.share;

import static dev.albumen.domain.album.AlbumBuilder.NOON;
import static dev.albumen.domain.album.AlbumBuilder.anAlbum;
import static dev.albumen.domain.share.ShareLinkBuilder.aShareLink;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.CatalogueContract;
import dev.albumen.domain.share.SelectionConfig;
import dev.albumen.domain.share.ShareLink;
import dev.albumen.domain.shared.ShareId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of selections' terms does. */
public abstract class SelectionConfigsContract extends CatalogueContract {

    private ShareLink link;
    private ShareLink other;

    @BeforeEach
    void makeLinks() {
        link = aShareLink().ownedBy(ada).to(kept(anAlbum().ownedBy(ada).build())).build();
        other = aShareLink().ownedBy(ada).to(kept(anAlbum().ownedBy(ada).build())).build();
        writing(() -> {
            catalogue.shareLinks().add(link);
            catalogue.shareLinks().add(other);
        });
    }

    private SelectionConfig full() {
        return new SelectionConfig(link.id(), true, "Yours", 12, false, true, false, true, false, NOON.plusSeconds(60), NOON, 0);
    }

    @Test
    void knowsNothingOfALinkOfWhichNothingWasSaid() {
        assertThat(catalogue.selectionConfigs().of(link.id())).isEqualTo(SelectionConfig.none(link.id()));
        assertThat(catalogue.selectionConfigs().of(Set.of(link.id()))).isEmpty();
    }

    @Test
    void keepsEverythingThatIsSaid() {
        SelectionConfig first = saved(full());
        assertThat(first.version()).isEqualTo(1);
        assertThat(catalogue.selectionConfigs().of(link.id())).isEqualTo(first);

        SelectionConfig second = saved(new SelectionConfig(
                link.id(), false, null, null, true, false, true, false, true, null, NOON.plusSeconds(1), 1));
        assertThat(second.version()).isEqualTo(2);
        assertThat(catalogue.selectionConfigs().of(Set.of(link.id(), other.id()))).isEqualTo(Map.of(link.id(), second));
    }

    @Test
    void refusesToSaveOverAnotherChange() {
        SelectionConfig first = saved(full());
        assertStale(() -> saved(full()));
        saved(first);
        assertStale(() -> saved(first));
    }

    @Test
    void goesWithTheLink() {
        saved(full());
        writing(() -> catalogue.shareLinks().delete(link.id()));

        assertThat(catalogue.selectionConfigs().of(Set.of(link.id()))).isEmpty();
        assertStale(() -> saved(full()));
        assertStale(() -> saved(SelectionConfig.none(new ShareId(new UUID(0, 404)))));
    }

    private SelectionConfig saved(SelectionConfig config) {
        return write(() -> catalogue.selectionConfigs().save(config));
    }
}
