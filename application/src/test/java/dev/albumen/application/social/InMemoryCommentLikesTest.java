package dev.albumen.application.social;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemoryCommentLikesTest extends CommentLikesContract {

    @Override
    protected Catalogue catalogue() {
        return new InMemoryCatalogue();
    }
}
