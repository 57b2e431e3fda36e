package dev.albumen.application.share;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemoryRecipientsTest extends RecipientsContract {

    @Override
    protected Catalogue catalogue() {
        return new InMemoryCatalogue();
    }
}
