package dev.albumen.bootstrap;

import dev.albumen.application.user.CreateFirstAdmin;
import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.bootstrap.settings.StartRefused;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Viewer;
import java.util.Optional;

/** Makes sure that somebody can sign in, before anybody can reach the service. */
record FirstStart(CreateFirstAdmin createFirstAdmin, Settings settings) {

    /** Returns the superadmin's password, where one was made just now; the operator sees it once. */
    Optional<String> run() {
        String given = settings.find(KnownSettings.ADMIN_PASSWORD).orElse(null);
        try {
            return createFirstAdmin
                    .handle(Viewer.WORKER, new CreateFirstAdmin.Command(given))
                    .map(CreateFirstAdmin.Created::madePassword);
        } catch (RefusedException e) {
            throw new StartRefused(KnownSettings.ADMIN_PASSWORD.variable(), e.getMessage());
        }
    }
}
