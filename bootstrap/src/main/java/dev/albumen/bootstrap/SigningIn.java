package dev.albumen.bootstrap;

import dev.albumen.application.user.IdentityProvider;
import dev.albumen.application.user.SignInSettings;
import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.Setting;
import dev.albumen.bootstrap.settings.Settings;
import dev.albumen.bootstrap.wiring.OidcProviders;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.user.PasswordMode;
import dev.albumen.oidc.user.OidcProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How people sign in, as the settings say. */
record SigningIn(Settings settings) {

    SignInSettings policy() {
        return new SignInSettings(constant(PasswordMode.class, settings.get(KnownSettings.PASSWORDS)),
                settings.names(KnownSettings.OIDC).stream().map(this::policy).toList());
    }

    OidcProviders providers() {
        return new OidcProviders(settings.names(KnownSettings.OIDC).stream().map(this::provider).toList());
    }

    private IdentityProvider policy(String name) {
        return new IdentityProvider(name, text(KnownSettings.OIDC_TITLE, name, name),
                constant(IdentityProvider.NewAccounts.class, settings.get(KnownSettings.OIDC_ACCOUNTS.named(name))),
                constant(IdentityProvider.EmailLinking.class, settings.get(KnownSettings.OIDC_EMAIL_LINKING.named(name))),
                pairs(KnownSettings.OIDC_ROLES, name, role -> constant(Role.class, role)),
                pairs(KnownSettings.OIDC_GROUPS, name, group -> new GroupId(UUID.fromString(group))));
    }

    private OidcProvider provider(String name) {
        String client = settings.get(KnownSettings.OIDC_CLIENT_ID.named(name));
        String audiences = text(KnownSettings.OIDC_AUDIENCES, name, client);
        return new OidcProvider(name, settings.get(KnownSettings.OIDC_ISSUER.named(name)), client,
                settings.find(KnownSettings.OIDC_CLIENT_SECRET.named(name)).orElse(null),
                constant(OidcProvider.Kind.class, settings.get(KnownSettings.OIDC_KIND.named(name))),
                parts(settings.get(KnownSettings.OIDC_SCOPES.named(name))),
                audiences.equals("none") ? Set.of() : Set.copyOf(parts(audiences)),
                settings.get(KnownSettings.OIDC_ROLE_CLAIM.named(name)), settings.get(KnownSettings.OIDC_GROUP_CLAIM.named(name)));
    }

    private String text(Setting setting, String name, String otherwise) {
        return settings.find(setting.named(name)).orElse(otherwise);
    }

    /** The last one counts where a value is named twice. */
    private <T> Map<String, T> pairs(Setting setting, String name, Function<String, T> read) {
        return settings.find(setting.named(name)).stream().flatMap(value -> parts(value).stream()).map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> read.apply(pair[1]), (first, last) -> last));
    }

    private static List<String> parts(String value) {
        return Arrays.stream(value.split(",")).map(String::strip).filter(part -> !part.isEmpty()).distinct().toList();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String value) {
        return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
    }
}
