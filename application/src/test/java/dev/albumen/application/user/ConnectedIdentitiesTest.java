package dev.albumen.application.user;

import static dev.albumen.application.user.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import org.junit.jupiter.api.Test;

/** Identities beside each other at an account. */
class ConnectedIdentitiesTest extends SigningInByProvider {

    @Test
    void areAddedByWhoeverIsSignedIn() {
        User root = instance.user("root", Role.SUPERADMIN);
        Viewer viewer = instance.viewer(root);

        assertThat(finish(begin(viewer), named("someone")).session().userId()).isEqualTo(root.id());
        assertThat(signIn(named("someone")).session().userId()).isEqualTo(root.id());
    }

    @Test
    void areAddedToOneAccountAlone() {
        signIn(named("ada"));
        Viewer bob = instance.viewer(instance.user("bob", Role.USER));

        assertRefused("identity-taken", () -> finish(begin(bob), named("ada")));
    }

    @Test
    void areNotAddedAfterSigningOut() {
        Viewer.Member bob = instance.viewer(instance.user("bob", Role.USER));
        BeginSignIn.Begun begun = begin(bob);
        instance.sessions.endAll(bob.userId());

        assertRefused("sign-in-failed", () -> finish(begun, named("ada")));
    }

    @Test
    void openNothingMoreOnceTheyAreTakenOff() {
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

    @Test
    void openNoAccountThatIsShut() {
        User ada = instance.read(signIn(named("ada")).session().userId());
        instance.users.save(ada.closed(instance.clock.instant()));

        assertRefused("account-closed", () -> signIn(named("ada")));
        assertRefused("account-closed", () -> accept(providers.token(named("ada"))));
    }
}
