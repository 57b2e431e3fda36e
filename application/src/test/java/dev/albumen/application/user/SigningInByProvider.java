package dev.albumen.application.user;

import dev.albumen.application.shared.FakeSecrets;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.PasswordMode;
import dev.albumen.domain.user.RegistrationMode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signing in by providers, with what tests of it share. */
abstract class SigningInByProvider {

    private static final URI ANSWER_TO = URI.create("https://photos.example.org/callback");

    protected final Instance instance = new Instance();
    protected final FakeIdentityProviders providers =
            new FakeIdentityProviders(instance.clock.instant().plus(Duration.ofHours(1)), "main", "other");
    protected final AttemptSeal seal = new AttemptSeal(new FakeSecrets());
    protected IdentityProvider main =
            new IdentityProvider("main", "Main", IdentityProvider.NewAccounts.REGISTRATION, IdentityProvider.EmailLinking.NEVER, Map.of(), Map.of());
    protected RegistrationMode registration = RegistrationMode.OPEN;

    protected ProvenIdentity named(String subject) {
        return providers.identity("main", subject);
    }

    protected ProvenIdentity saying(String... values) {
        ProvenIdentity ada = named("ada");
        return new ProvenIdentity("main", ada.id(), ada.email(), "ada", null, Set.of(values), Set.of(values), ada.expiresAt());
    }

    protected static ProvenIdentity without(ProvenIdentity somebody) {
        return new ProvenIdentity("main", somebody.id(), null, somebody.name(), null, Set.of(), Set.of(), somebody.expiresAt());
    }

    protected static IdentityProvider with(IdentityProvider.NewAccounts accounts, IdentityProvider.EmailLinking linking) {
        return new IdentityProvider("main", "Main", accounts, linking, Map.of(), Map.of());
    }

    private SignInSettings settings() {
        IdentityProvider other = new IdentityProvider(
                "other", "Other", IdentityProvider.NewAccounts.ALWAYS, IdentityProvider.EmailLinking.NEVER, Map.of(), Map.of());
        return new SignInSettings(PasswordMode.ON, List.of(main, other));
    }

    private IdentityArrival arrival() {
        return new IdentityArrival(settings(), instance.identities, instance.users,
                new IdentityAccounts(new IdentitySettings(registration, null), instance.users, instance.opening, instance.tokens),
                new AccountTaking(instance.replacing, instance.identities, instance.audit, instance.tokens),
                new IdentityStanding(instance.users, instance.groups, instance.members, instance.audit, instance.clock),
                instance.audit, instance.transactions, instance.clock);
    }

    protected BeginSignIn.Begun begin(Viewer viewer) {
        return new BeginSignIn(settings(), providers, seal, instance.tokens, instance.clock)
                .handle(viewer, new BeginSignIn.Command("main", ANSWER_TO));
    }

    protected SignedIn signIn(ProvenIdentity identity) {
        return finish(begin(Viewer.ANONYMOUS), identity);
    }

    protected SignedIn finish(BeginSignIn.Begun begun, ProvenIdentity identity) {
        return finish("main", state(begun), code(begun, identity), begun.sealed());
    }

    protected static String state(BeginSignIn.Begun begun) {
        return begun.address().getQuery().split("=")[1];
    }

    protected String code(BeginSignIn.Begun begun, ProvenIdentity identity) {
        return providers.signsIn(state(begun), identity);
    }

    protected SignedIn finish(String provider, @Nullable String state, String code, @Nullable String sealed) {
        return new FinishSignIn(settings(), providers, seal, arrival(), instance.start, instance.sessions, instance.throttle,
                instance.audit, instance.clock)
                .handle(Viewer.ANONYMOUS, new FinishSignIn.Command(
                        provider, state, new ProviderAnswer(code, null), sealed, Instance.ADDRESS, "curl/8"));
    }

    protected AcceptToken.Accepted accept(String token) {
        return new AcceptToken(providers, arrival(), instance.foreign, instance.start, instance.audit, instance.transactions)
                .handle(Viewer.ANONYMOUS, new AcceptToken.Command(token, "curl/8"));
    }
}
