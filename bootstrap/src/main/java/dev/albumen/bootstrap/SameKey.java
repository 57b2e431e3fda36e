package dev.albumen.bootstrap;

import dev.albumen.application.shared.KeyMarks;
import dev.albumen.application.shared.Secrets;
import dev.albumen.bootstrap.home.Home;
import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.bootstrap.settings.StartRefused;

/** Holds an instance to the key that it was first started with: with another it would run, and let nobody in. */
final class SameKey {

    /** Both are part of every mark that was ever kept. */
    private static final String PURPOSE = "instance-key";
    private static final String MESSAGE = "the first start";

    private SameKey() {}

    /** @throws StartRefused where the database's secrets were made with another key */
    static void require(Settings settings, Home home, Secrets secrets, KeyMarks marks) {
        if (secrets.isSigned(PURPOSE, MESSAGE, marks.keepFirst(secrets.sign(PURPOSE, MESSAGE)))) {
            return;
        }
        String wrong = settings.find(KnownSettings.SECRET_KEY).isPresent()
                ? "it is not the key" : "it is not set, and " + home.folder().resolve("secret.key") + " is not the key";
        throw new StartRefused(KnownSettings.SECRET_KEY.variable(),
                wrong + " that this database was first started with; put that one back");
    }
}
