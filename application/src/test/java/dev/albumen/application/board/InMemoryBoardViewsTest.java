package dev.albumen.application.board;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemoryBoardViewsTest extends BoardViewsContract {

    @Override
    protected Catalogue catalogue() {
        return new InMemoryCatalogue();
    }
}
