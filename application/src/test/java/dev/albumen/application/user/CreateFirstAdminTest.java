package dev.albumen.application.user;

import static dev.albumen.application.user.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.domain.shared.Role;
import dev.albumen.domain.shared.Viewer;
import org.junit.jupiter.api.Test;

class CreateFirstAdminTest {

    private final Instance instance = new Instance();
    private final CreateFirstAdmin create =
            new CreateFirstAdmin(instance.users, instance.opening, instance.tokens, instance.audit, instance.transactions);

    @Test
    void makesOneWithAPasswordOfItsOwn() {
        var created = create.handle(Viewer.WORKER, new CreateFirstAdmin.Command(null)).orElseThrow();

        assertThat(created.user().role()).isEqualTo(Role.SUPERADMIN);
        assertThat(created.madePassword()).isNotNull();
        assertThat(created.toString()).doesNotContain(created.madePassword());
        assertThat(instance.signIn("admin", created.madePassword())).isNotNull();
        assertThat(instance.opened).containsExactly(created.user());
    }

    @Test
    void takesAGivenPasswordAndDoesNotShowIt() {
        var created = create.handle(Viewer.WORKER, new CreateFirstAdmin.Command(Instance.PASSWORD)).orElseThrow();

        assertThat(created.madePassword()).isNull();
        assertThat(instance.signIn("admin", Instance.PASSWORD)).isNotNull();
    }

    @Test
    void makesNoneWhereThereIsAnybody() {
        instance.user("ada", Role.USER);

        assertThat(create.handle(Viewer.WORKER, new CreateFirstAdmin.Command(null))).isEmpty();
    }

    @Test
    void isNotForPeople() {
        assertRefused("work-only", () -> create.handle(Viewer.ANONYMOUS, new CreateFirstAdmin.Command(null)));
    }
}
