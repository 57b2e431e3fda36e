package dev.albumen.bootstrap.database;

import dev.albumen.bootstrap.home.Home;
import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.bootstrap.settings.StartRefused;

/** The database of an instance that runs, for commands beside it. */
public final class RunningDatabase {

    private RunningDatabase() {}

    /**
     * The database that the settings of {@code run} name: an existing one, or the one that runs in the home.
     *
     * @throws StartRefused where none runs there
     */
    public static DatabaseAccess of(Settings settings) {
        return settings.find(KnownSettings.DATABASE_URL)
                .map(url -> DatabaseAccess.existing(
                        url, settings.get(KnownSettings.DATABASE_USER), settings.find(KnownSettings.DATABASE_PASSWORD).orElse("")))
                .orElseGet(() -> {
                    var home = Home.folder(settings.get(KnownSettings.HOME));
                    return EmbeddedDatabase.runningIn(home.resolve("postgres")).map(EmbeddedDatabase.Running::access)
                            .orElseThrow(() -> new StartRefused("ALBUMEN_HOME", "no Albumen runs on " + home));
                });
    }
}
