package dev.albumen.application.share;

import dev.albumen.application.album.LinksToAlbumsContract;
import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemoryLinksToAlbumsTest extends LinksToAlbumsContract {

    @Override
    protected Catalogue catalogue() {
        return new InMemoryCatalogue();
    }
}
