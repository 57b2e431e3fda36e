package dev.albumen.application.user;

import dev.albumen.domain.shared.Viewer;

/** Says how one can sign in. */
public final class ListProviders {

    private final SignInSettings settings;

    public ListProviders(SignInSettings settings) {
        this.settings = settings;
    }

    public SignInSettings handle(Viewer viewer) {
        return settings;
    }
}
