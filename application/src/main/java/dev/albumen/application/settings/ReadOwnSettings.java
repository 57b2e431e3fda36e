package dev.albumen.application.settings;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.UserId;
import dev.albumen.domain.shared.Viewer;

/** Shows the viewer what they have decided for themselves. */
public final class ReadOwnSettings {

    private final SettingsByUser settings;
    private final Transactions transactions;

    public ReadOwnSettings(SettingsByUser settings, Transactions transactions) {
        this.settings = settings;
        this.transactions = transactions;
    }

    public UserSettings handle(Viewer viewer) {
        UserId id = viewer.member().userId();
        return transactions.read(() -> settings.of(id));
    }
}
