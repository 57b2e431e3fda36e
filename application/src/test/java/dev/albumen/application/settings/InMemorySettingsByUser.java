package dev.albumen.application.settings;

import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.UserId;
import java.util.List;

/** Keeps users' settings in memory. */
public final class InMemorySettingsByUser implements SettingsByUser {

    private final InMemoryTransactions transactions;
    private final InMemoryTable<UserId, UserSettings> settings;

    public InMemorySettingsByUser(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.settings = transactions.table();
    }

    public List<UserSettings> all() {
        return List.copyOf(settings.all().values());
    }

    @Override
    public UserSettings of(UserId user) {
        return settings.find(user).orElseGet(() -> UserSettings.initial(user));
    }

    @Override
    public UserSettings lock(UserId user) {
        transactions.requireWriting();
        return of(user);
    }

    @Override
    public UserSettings save(UserSettings changed) {
        if (of(changed.userId()).version() != changed.version()) {
            throw new LostRaceException();
        }
        UserSettings saved = new UserSettings(changed.userId(), changed.watermark(), changed.quiet(), changed.version() + 1);
        settings.put(changed.userId(), saved);
        return saved;
    }
}
