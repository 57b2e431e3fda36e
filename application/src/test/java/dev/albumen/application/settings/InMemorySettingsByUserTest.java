package dev.albumen.application.settings;

import dev.albumen.application.shared.Catalogue;
import dev.albumen.application.shared.InMemoryCatalogue;

class InMemorySettingsByUserTest extends SettingsByUserContract {

    @Override
    protected Catalogue catalogue() {
        return new InMemoryCatalogue();
    }
}
