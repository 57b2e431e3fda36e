package dev.albumen.application.label;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemoryReviewsTest extends ReviewsContract {

    @Override
    protected Catalogue catalogue() {
        return new InMemoryCatalogue();
    }
}
