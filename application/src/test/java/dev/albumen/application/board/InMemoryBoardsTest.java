package dev.albumen.application.board;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemoryBoardsTest extends BoardsContract {

    @Override
    protected Catalogue catalogue() {
        return new InMemoryCatalogue();
    }
}
