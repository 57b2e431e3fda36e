package dev.albumen.application.user;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemoryGroupMembersTest extends GroupMembersContract {

    @Override
    protected Catalogue catalogue() {
        return new InMemoryCatalogue();
    }
}
