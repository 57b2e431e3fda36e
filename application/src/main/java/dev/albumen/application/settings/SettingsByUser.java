package dev.albumen.application.settings;

import dev.albumen.domain.settings.UserSettings;
import dev.albumen.domain.shared.UserId;

/** What users have decided for themselves. Those who have decided nothing have {@link UserSettings#initial}. */
public interface SettingsByUser {

    UserSettings of(UserId user);

    /** {@link #of} an account that exists, and nobody else changes it before the caller's transaction ends. */
    UserSettings lock(UserId user);

    /**
     * Keeps changed settings.
     *
     * @param settings as changed, with the version that they were read with
     * @return the same with their new version
     * @throws dev.albumen.application.shared.LostRaceException where another change came first
     */
    UserSettings save(UserSettings settings);
}
