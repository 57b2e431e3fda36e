package dev.albumen.application.user;

import static dev.albumen.application.user.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.FakeSecrets;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.GroupId;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.EmailAddress;
import dev.albumen.domain.user.ExternalId;
import dev.albumen.domain.user.Group;
import dev.albumen.domain.user.PasswordMode;
import dev.albumen.domain.user.RegistrationMode;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Beginning and finishing a sign-in, tokens of providers, and which account all that leads to. */
class SigningInByProviderTest {

    private static final URI ANSWER_TO = URI.create("https://photos.example.org/callback");
    private static final GroupId STAFF = new GroupId(new UUID(7, 1));

    private final Instance instance = new Instance();
    private final FakeIdentityProviders providers =
            new FakeIdentityProviders(instance.clock.instant().plus(Duration.ofHours(1)), "main", "other");
    private final AttemptSeal seal = new AttemptSeal(new FakeSecrets());
    private IdentityProvider main =
            new IdentityProvider("main", "Main", IdentityProvider.NewAccounts.REGISTRATION, IdentityProvider.EmailLinking.NEVER, Map.of(), Map.of());
    private RegistrationMode registration = RegistrationMode.OPEN;

    @Nested
    class WhoComesFirst {

        @Test
        void getsAnAccountOfTheirOwnAndFindsItAgain() {
            SignedIn first = signIn(named("ada"));
            SignedIn second = signIn(named("ada"));

            User ada = instance.read(first.session().userId());
            assertThat(second.session().userId()).isEqualTo(ada.id());
            assertThat(ada.username().value()).isEqualTo("ada");
            assertThat(ada.email().value()).isEqualTo("ada@example.org");
            assertThat(ada.role()).isEqualTo(Role.USER);
            assertThat(instance.opened).hasSize(1);
            assertThat(instance.trail.actions()).containsExactly("user.register", "user.connect-identity", "session.start", "session.start");
        }

        @Test
        void getsNoneWhereNobodyMayRegister() {
            for (RegistrationMode mode : List.of(RegistrationMode.CLOSED, RegistrationMode.INVITE)) {
                registration = mode;
                assertRefused("account-required", () -> signIn(named("ada")));
            }
            assertThat(instance.opened).isEmpty();
        }

        @Test
        void getsOneWhereTheProviderAloneDecides() {
            registration = RegistrationMode.CLOSED;
            main = with(IdentityProvider.NewAccounts.ALWAYS, IdentityProvider.EmailLinking.NEVER);

            assertThat(signIn(named("ada"))).isNotNull();
        }

        @Test
        void getsNoneWhereTheProviderMayMakeNone() {
            main = with(IdentityProvider.NewAccounts.NEVER, IdentityProvider.EmailLinking.NEVER);

            assertRefused("account-required", () -> signIn(named("ada")));
        }

        @Test
        void getsAnotherNameWhereTheirsIsTaken() {
            instance.user("ada", Role.USER);
            ProvenIdentity hers = new ProvenIdentity("main", new ExternalId("https://main.example.org", "1"),
                    EmailAddress.of("countess@example.org"), "Ada", "Ada \u0007Lovelace", Set.of(), Set.of(), instance.clock.instant());

            User ada = instance.read(signIn(hers).session().userId());

            assertThat(ada.username().value()).startsWith("ada-").hasSize(4 + 16);
            assertThat(ada.displayName()).isEqualTo("Ada  Lovelace");
        }

        @Test
        void getsAnAddressThatGoesNowhereWhereNoneIsVerified() {
            User ada = instance.read(signIn(without(named("ada"))).session().userId());

            assertThat(ada.email().value()).endsWith("@main.invalid");
        }

        @Test
        void getsANameThatCanBeOne() {
            for (String odd : new String[] {"", "..", "Ä", "a b/c", "x".repeat(300), "ada@example.org", "<script>"}) {
                ProvenIdentity somebody = new ProvenIdentity("main", new ExternalId("https://main.example.org", "odd" + odd.hashCode()),
                        null, odd, " ".repeat(3) + "y".repeat(500), Set.of(), Set.of(), instance.clock.instant());
                assertThat(instance.read(signIn(somebody).session().userId()).username().value()).matches("[a-z0-9._-]{3,64}");
            }
        }
    }

    @Nested
    class AnAddressThatAnAccountHas {

        @Test
        void givesNobodyTheAccountAndKeepsNobodyOut() {
            User waiting = instance.user("ada", Role.USER);

            User ada = instance.read(signIn(named("ada")).session().userId());

            assertThat(ada.id()).isNotEqualTo(waiting.id());
            assertThat(ada.email().value()).endsWith("@main.invalid");
            assertThat(signIn(named("ada")).session().userId()).isEqualTo(ada.id());
            assertThat(instance.read(waiting.id())).isEqualTo(waiting);
        }

        @Test
        void makesNoAccountWhereTheProviderMayMakeNone() {
            main = with(IdentityProvider.NewAccounts.NEVER, IdentityProvider.EmailLinking.NEVER);
            instance.user("ada", Role.USER);

            assertRefused("account-required", () -> signIn(named("ada")));
        }

        @Test
        void givesItToWhomATrustedProviderVerified() {
            main = with(IdentityProvider.NewAccounts.NEVER, IdentityProvider.EmailLinking.VERIFIED);
            User ada = instance.user("ada", Role.USER);

            assertThat(signIn(named("ada")).session().userId()).isEqualTo(ada.id());
        }

        @Test
        void givesItToThemAlone() {
            main = with(IdentityProvider.NewAccounts.NEVER, IdentityProvider.EmailLinking.VERIFIED);
            Viewer.Member squatter = instance.viewer(instance.user("ada", Role.USER));
            SignedIn another = finish(begin(squatter), named("mallory"));
            AcceptToken.Accepted token = accept(providers.token(named("mallory")));

            SignedIn hers = signIn(named("ada"));

            assertThat(hers.session().userId()).isEqualTo(squatter.userId());
            assertThat(instance.alive(hers.session().id())).isTrue();
            assertThat(List.of(squatter.sessionId(), another.session().id(), token.session())).noneMatch(instance::alive);
            assertRefused("invalid-credentials", () -> instance.signIn("ada", Instance.PASSWORD));
            assertRefused("account-required", () -> signIn(named("mallory")));
            assertThat(instance.identities.of(squatter.userId())).extracting(Identities.Connected::id).containsExactly(named("ada").id());
            assertThat(instance.trail.actions()).contains("user.change-password", "user.remove-identity");
        }

        @Test
        void givesItOnceAndThenLeavesItAsItIs() {
            main = with(IdentityProvider.NewAccounts.NEVER, IdentityProvider.EmailLinking.VERIFIED);
            instance.user("ada", Role.USER);
            SignedIn first = signIn(named("ada"));
            signIn(named("ada"));

            assertThat(instance.alive(first.session().id())).isTrue();
        }

        @Test
        void isNothingWhereTheProviderDidNotVerifyIt() {
            main = with(IdentityProvider.NewAccounts.ALWAYS, IdentityProvider.EmailLinking.VERIFIED);
            User ada = instance.user("ada", Role.USER);

            assertThat(signIn(without(named("ada"))).session().userId()).isNotEqualTo(ada.id());
        }

        @Test
        void neverGivesAwayAnAccountWithPower() {
            main = with(IdentityProvider.NewAccounts.ALWAYS, IdentityProvider.EmailLinking.VERIFIED);
            for (Role role : List.of(Role.MODERATOR, Role.ADMIN, Role.SUPERADMIN)) {
                String name = role.name().toLowerCase(Locale.ROOT);
                instance.user(name, role);
                assertRefused("account-exists", () -> signIn(named(name)));
            }
        }
    }

    @Nested
    class WhoeverIsSignedIn {

        @Test
        void addsAnIdentityToTheirAccount() {
            User root = instance.user("root", Role.SUPERADMIN);
            Viewer viewer = instance.viewer(root);

            assertThat(finish(begin(viewer), named("someone")).session().userId()).isEqualTo(root.id());
            assertThat(signIn(named("someone")).session().userId()).isEqualTo(root.id());
        }

        @Test
        void addsNoneThatBelongsToAnother() {
            signIn(named("ada"));
            Viewer bob = instance.viewer(instance.user("bob", Role.USER));

            assertRefused("identity-taken", () -> finish(begin(bob), named("ada")));
        }

        @Test
        void addsNoneAfterSigningOut() {
            Viewer.Member bob = instance.viewer(instance.user("bob", Role.USER));
            BeginSignIn.Begun begun = begin(bob);
            instance.sessions.endAll(bob.userId());

            assertRefused("sign-in-failed", () -> finish(begun, named("ada")));
        }
    }

    @Nested
    class AnIdentityThatIsTakenOff {

        @Test
        void opensNothingMore() {
            SignedIn first = signIn(without(named("ada")));
            Viewer.Member ada = new Viewer.Member(first.session().userId(), Role.USER, first.session().id());
            SignedIn other = signIn(without(named("ada")));
            var own = new ListIdentities(instance.identities, instance.transactions).handle(ada);
            var remove = new RemoveIdentity(instance.identities, instance.sessions, instance.audit, instance.transactions);
            RemoveIdentity.Command command = new RemoveIdentity.Command(own.getFirst().id().mark());

            assertThat(own).extracting(Identities.Connected::id).containsExactly(named("ada").id());
            assertRefused("notfound", () -> remove.handle(instance.viewer(instance.user("bob", Role.USER)), command));
            remove.handle(ada, command);
            assertRefused("notfound", () -> remove.handle(ada, command));

            assertThat(instance.alive(first.session().id())).isTrue();
            assertThat(instance.alive(other.session().id())).isFalse();
            assertThat(signIn(without(named("ada"))).session().userId()).isNotEqualTo(ada.userId());
            assertThat(instance.trail.actions()).contains("user.remove-identity");
        }
    }

    @Nested
    class AnAccountThatIsShut {

        @Test
        void isNotSignedInTo() {
            User ada = instance.read(signIn(named("ada")).session().userId());
            instance.users.save(ada.closed(instance.clock.instant()));

            assertRefused("account-closed", () -> signIn(named("ada")));
            assertRefused("account-closed", () -> accept(providers.token(named("ada"))));
        }
    }

    @Nested
    class AnAnswer {

        @Test
        void isGoodOnce() {
            BeginSignIn.Begun begun = begin(Viewer.ANONYMOUS);
            finish(begun, named("ada"));

            assertRefused("sign-in-failed", () -> finish(begun, named("ada")));
        }

        @Test
        void isGoodInTheBrowserThatBeganAlone() {
            BeginSignIn.Begun begun = begin(Viewer.ANONYMOUS);
            String another = begin(Viewer.ANONYMOUS).sealed();

            for (String sealed : new String[] {another, null, "", "x", "%%%", begun.sealed() + "A", begun.sealed().repeat(40)}) {
                assertRefused("sign-in-failed", () -> finish("main", state(begun), code(begun, named("ada")), sealed));
            }
            assertRefused("sign-in-failed", () -> finish("main", null, code(begun, named("ada")), begun.sealed()));
            assertThat(finish(begun, named("ada"))).isNotNull();
        }

        @Test
        void isGoodAtTheProvidersOwnAddressAlone() {
            BeginSignIn.Begun begun = begin(Viewer.ANONYMOUS);

            assertRefused("sign-in-failed", () -> finish("other", state(begun), code(begun, named("ada")), begun.sealed()));
        }

        @Test
        void isGoodForTenMinutes() {
            BeginSignIn.Begun begun = begin(Viewer.ANONYMOUS);
            instance.pass(SignInAttempt.LIFE);

            assertRefused("sign-in-failed", () -> finish(begun, named("ada")));
        }

        @Test
        void needsSecretsThatNobodyPrints() {
            BeginSignIn.Begun begun = begin(Viewer.ANONYMOUS);
            SignInAttempt attempt = seal.open(begun.sealed()).orElseThrow();

            assertThat(begun.toString() + attempt).doesNotContain(begun.sealed(), attempt.state(), attempt.nonce(), attempt.verifier());
            assertThat(Set.of(attempt.state(), attempt.nonce(), attempt.verifier())).hasSize(3);
        }

        @Test
        void isNotTriedForLong() {
            for (int i = 0; i < IdentityLimits.ANSWER_BY_ADDRESS.tries(); i++) {
                assertRefused("sign-in-failed", () -> finish("main", "x", "x", "x"));
            }
            assertRefused("throttled", () -> finish("main", "x", "x", "x"));
        }
    }

    @Nested
    class RolesAndGroups {

        @Test
        void followTheProviderAtEverySignIn() {
            User owner = instance.user("owner", Role.USER);
            instance.transactions.writing(() -> instance.groups.add(Group.named(STAFF, owner.id(), "Staff", UserBuilder.NOON)));
            main = new IdentityProvider("main", "Main", IdentityProvider.NewAccounts.ALWAYS, IdentityProvider.EmailLinking.NEVER,
                    Map.of("staff", Role.MODERATOR, "boss", Role.ADMIN), Map.of("staff", STAFF));

            User ada = instance.read(signIn(saying("staff", "boss", "unheard-of")).session().userId());
            assertThat(ada.role()).isEqualTo(Role.ADMIN);
            assertThat(instance.members.holds(STAFF, ada.id())).isTrue();

            signIn(saying());
            assertThat(instance.read(ada.id()).role()).isEqualTo(Role.USER);
            assertThat(instance.members.holds(STAFF, ada.id())).isFalse();
            assertThat(instance.trail.actions()).contains("user.change-role", "group.add-member", "group.remove-member");
        }

        @Test
        void areLeftAloneWhereTheProviderHasNoSay() {
            User ada = instance.read(signIn(saying("staff")).session().userId());
            instance.users.save(ada.changed(new User.Patch(keep(), keep(), Change.to(Role.MODERATOR), keep(), keep()),
                    UserBuilder.NOON));
            signIn(saying("staff"));

            assertThat(instance.read(ada.id()).role()).isEqualTo(Role.MODERATOR);
        }

        @Test
        void neverTouchASuperadmin() {
            main = new IdentityProvider("main", "Main", IdentityProvider.NewAccounts.ALWAYS, IdentityProvider.EmailLinking.NEVER,
                    Map.of("staff", Role.MODERATOR), Map.of());
            User root = instance.user("root", Role.SUPERADMIN);
            finish(begin(instance.viewer(root)), saying("staff"));

            assertThat(instance.read(root.id()).role()).isEqualTo(Role.SUPERADMIN);
        }

        @Test
        void keepNobodyOutWhereAGroupIsGone() {
            main = new IdentityProvider("main", "Main", IdentityProvider.NewAccounts.ALWAYS, IdentityProvider.EmailLinking.NEVER,
                    Map.of(), Map.of("staff", new GroupId(new UUID(7, 404))));

            assertThat(signIn(saying("staff"))).isNotNull();
        }

        private <T> Change<T> keep() {
            return Change.keep();
        }
    }

    @Nested
    class ATokenOfAProvider {

        @Test
        void isOneSessionUntilItIsOver() {
            String token = providers.token(named("ada"));

            AcceptToken.Accepted first = accept(token);
            AcceptToken.Accepted again = accept(token);

            assertThat(again).isEqualTo(first);
            assertThat(instance.alive(first.session())).isTrue();
            assertThat(instance.opened).hasSize(1);
            instance.pass(Duration.ofHours(1));
            assertThat(instance.alive(first.session())).isFalse();
        }

        @Test
        void beginsNoOtherSessionOnceItsOwnHasEnded() {
            String token = providers.token(named("ada"));
            AcceptToken.Accepted accepted = accept(token);
            instance.sessions.endAll(instance.users.named(Username.of("ada")).orElseThrow().id());

            assertThat(accept(token).session()).isEqualTo(accepted.session());
            assertThat(instance.alive(accepted.session())).isFalse();
        }

        @Test
        void isNoRefreshToken() {
            String token = providers.token(named("ada"));
            accept(token);

            assertRefused("invalid-refresh-token", () ->
                    instance.refresh.handle(Viewer.ANONYMOUS, new RefreshSession.Command(token, Instance.ADDRESS)));
        }

        @Test
        void leavesTheRoleAsItIs() {
            main = new IdentityProvider("main", "Main", IdentityProvider.NewAccounts.ALWAYS, IdentityProvider.EmailLinking.NEVER,
                    Map.of("staff", Role.MODERATOR), Map.of());
            User ada = instance.read(signIn(saying("staff")).session().userId());
            accept(providers.token(saying()));

            assertThat(instance.read(ada.id()).role()).isEqualTo(Role.MODERATOR);
        }

        @Test
        void isRefusedWhereTheProviderDidNotGiveIt() {
            assertRefused("invalid-token", () -> accept("eyJ-fake-made-up"));
        }
    }

    @Nested
    class Passwords {

        @Test
        void areTakenFromNobodyOrFromSuperadminsAlone() {
            instance.user("ada", Role.USER);
            instance.user("root", Role.SUPERADMIN);

            assertRefused("passwords-off", () -> password(PasswordMode.OFF, "root"));
            assertRefused("passwords-off", () -> password(PasswordMode.SUPERADMINS, "ada"));
            assertThat(password(PasswordMode.SUPERADMINS, "root")).isNotNull();
            assertRefused("passwords-off", () -> new Register(new IdentitySettings(RegistrationMode.OPEN, null),
                    new SignInSettings(PasswordMode.SUPERADMINS, List.of()), instance.opening, instance.invites, instance.throttle,
                    instance.audit, instance.transactions).handle(Viewer.ANONYMOUS, Instance.registration("eve", null)));
        }

        private SignedIn password(PasswordMode mode, String login) {
            return new SignIn(new SignInSettings(mode, List.of()), instance.users, instance.hasher, instance.guard, instance.start,
                    instance.audit, instance.transactions)
                    .handle(Viewer.ANONYMOUS, new SignIn.Command(login, Instance.PASSWORD, Instance.ADDRESS, null));
        }
    }

    private ProvenIdentity named(String subject) {
        return providers.identity("main", subject);
    }

    private ProvenIdentity saying(String... values) {
        ProvenIdentity ada = named("ada");
        return new ProvenIdentity("main", ada.id(), ada.email(), "ada", null, Set.of(values), Set.of(values), ada.expiresAt());
    }

    private static ProvenIdentity without(ProvenIdentity somebody) {
        return new ProvenIdentity("main", somebody.id(), null, somebody.name(), null, Set.of(), Set.of(), somebody.expiresAt());
    }

    private static IdentityProvider with(IdentityProvider.NewAccounts accounts, IdentityProvider.EmailLinking linking) {
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

    private BeginSignIn.Begun begin(Viewer viewer) {
        return new BeginSignIn(settings(), providers, seal, instance.tokens, instance.clock)
                .handle(viewer, new BeginSignIn.Command("main", ANSWER_TO));
    }

    private SignedIn signIn(ProvenIdentity identity) {
        return finish(begin(Viewer.ANONYMOUS), identity);
    }

    private SignedIn finish(BeginSignIn.Begun begun, ProvenIdentity identity) {
        return finish("main", state(begun), code(begun, identity), begun.sealed());
    }

    private static String state(BeginSignIn.Begun begun) {
        return begun.address().getQuery().split("=")[1];
    }

    private String code(BeginSignIn.Begun begun, ProvenIdentity identity) {
        return providers.signsIn(state(begun), identity);
    }

    private SignedIn finish(String provider, @Nullable String state, String code, @Nullable String sealed) {
        return new FinishSignIn(settings(), providers, seal, arrival(), instance.start, instance.sessions, instance.throttle,
                instance.audit, instance.clock)
                .handle(Viewer.ANONYMOUS, new FinishSignIn.Command(
                        provider, state, new ProviderAnswer(code, null), sealed, Instance.ADDRESS, "curl/8"));
    }

    private AcceptToken.Accepted accept(String token) {
        return new AcceptToken(providers, arrival(), instance.foreign, instance.start, instance.audit, instance.transactions)
                .handle(Viewer.ANONYMOUS, new AcceptToken.Command(token, "curl/8"));
    }
}
