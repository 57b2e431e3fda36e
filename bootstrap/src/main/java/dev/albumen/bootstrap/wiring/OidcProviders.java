package dev.albumen.bootstrap.wiring;

import dev.albumen.oidc.user.OidcProvider;
import java.util.List;

/** The providers of identities that the settings name. */
public record OidcProviders(List<OidcProvider> all) {

    public OidcProviders {
        all = List.copyOf(all);
    }
}
