package dev.albumen.application.user;

import static dev.albumen.application.user.UserBuilder.NOON;
import static dev.albumen.application.user.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.shared.Page;
import dev.albumen.application.shared.PageRequest;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Change;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Role;
import dev.albumen.domain.user.EmailAddress;
import dev.albumen.domain.user.PasswordHash;
import dev.albumen.domain.user.User;
import dev.albumen.domain.user.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of accounts does. */
public abstract class UsersContract {

    private static final PasswordHash HASH = new PasswordHash("$x$1");

    private Users users;
    private Transactions transactions;

    /** An empty store; every call gives the same one. */
    protected abstract Users users();

    protected abstract Transactions transactions();

    @BeforeEach
    void open() {
        users = users();
        transactions = transactions();
    }

    @Test
    void findsAnAccountAsItWasAdded() {
        User ada = aUser("ada").withRole(Role.ADMIN).withQuota(5).disabled().deletedAt(NOON).build();
        add(ada);

        assertThat(read(ada)).contains(ada);
        assertThat(transactions.write(() -> users.lock(ada.id()))).contains(ada);
        assertThat(transactions.read(() -> users.named(new Username("ada")))).contains(ada);
    }

    @Test
    void findsNothingOfAnAccountThatIsNotThere() {
        User nobody = aUser("nobody").build();

        assertThat(read(nobody)).isEmpty();
        assertThat(transactions.read(() -> users.named(nobody.username()))).isEmpty();
        assertThat(transactions.read(() -> users.credentials("nobody"))).isEmpty();
        assertThat(transactions.read(() -> users.credentials(nobody.id()))).isEmpty();
        assertThat(transactions.write(() -> users.lockCredentials(nobody.id()))).isEmpty();
        transactions.writing(() -> users.delete(nobody.id()));
    }

    @Test
    void findsCredentialsByNameAndByAddress() {
        User ada = aUser("ada").build();
        add(ada);

        for (String login : List.of("ada", "ada@example.org")) {
            assertThat(transactions.read(() -> users.credentials(login))).contains(new Users.Credentials(ada, HASH));
        }
        assertThat(transactions.write(() -> users.lockCredentials(ada.id()))).contains(new Users.Credentials(ada, HASH));
    }

    @Test
    void refusesATakenName() {
        add(aUser("ada").build());

        User other = new User(aUser("eve").build().id(), new Username("ada"), new EmailAddress("other@example.org"), "Other", Role.USER,
                null, false, null, NOON, NOON, NOON, 1);
        assertRefused(() -> add(other), "username-taken");
    }

    @Test
    void refusesATakenAddress() {
        add(aUser("ada").build());
        User bob = aUser("bob").build();

        assertRefused(() -> add(withEmail(bob, "ada@example.org")), "email-taken");
        add(bob);
        assertRefused(() -> transactions.write(() -> users.save(withEmail(bob, "ada@example.org"))), "email-taken");
    }

    @Test
    void savesEverythingThatChanges() {
        User ada = aUser("ada").build();
        add(ada);
        User changed = ada.changed(new User.Patch(Change.to(new EmailAddress("new@example.org")), Change.to("Ada L."),
                Change.to(Role.MODERATOR), Change.to(7L), Change.to(true)), NOON.plusSeconds(5)).closed(NOON.plusSeconds(6));

        User saved = transactions.write(() -> users.save(changed));

        assertThat(saved.version()).isEqualTo(2);
        assertThat(saved).usingRecursiveComparison().ignoringFields("version").isEqualTo(changed);
        assertThat(read(ada)).contains(saved);
    }

    @Test
    void refusesToSaveOverAnotherChange() {
        User ada = aUser("ada").build();
        add(ada);
        transactions.write(() -> users.save(ada));

        assertThatThrownBy(() -> transactions.write(() -> users.save(ada)))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal()).isEqualTo(new Refusal.Stale()));
        assertThatThrownBy(() -> transactions.write(() -> users.save(aUser("gone").build())))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal()).isEqualTo(new Refusal.Stale()));
    }

    @Test
    void replacesAHashAlone() {
        User ada = aUser("ada").build();
        add(ada);
        transactions.writing(() -> users.setHash(ada.id(), new PasswordHash("$x$2")));

        assertThat(transactions.read(() -> users.credentials("ada"))).contains(new Users.Credentials(ada, new PasswordHash("$x$2")));
    }

    @Test
    void listsTheNewestFirstInPages() {
        List<User> made = IntStream.range(0, 5).mapToObj(i -> aUser("user" + i).build()).toList();
        made.forEach(this::add);

        List<User> seen = new ArrayList<>();
        Optional<PageRequest> next = Optional.of(PageRequest.first(2));
        while (next.isPresent()) {
            PageRequest wanted = next.get();
            Page<User> page = transactions.read(() -> users.list("", wanted));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            seen.addAll(page.items());
            next = page.next().map(place -> new PageRequest(2, Optional.of(place)));
        }
        assertThat(seen).isEqualTo(made.reversed());
    }

    @Test
    void listsByPartOfANameAsItIsTyped() {
        add(aUser("ada").build());
        add(aUser("b_b").build());
        add(aUser("bxb").build());

        assertThat(names("DA@ex")).containsExactly("ada");
        assertThat(names("b_b")).containsExactly("b_b");
        assertThat(names("%")).isEmpty();
        assertThat(names("\\")).isEmpty();
    }

    @Test
    void countsWhoIsActiveInARole() {
        add(aUser("one").withRole(Role.SUPERADMIN).build());
        add(aUser("two").withRole(Role.SUPERADMIN).disabled().build());
        add(aUser("three").withRole(Role.SUPERADMIN).deletedAt(NOON).build());
        add(aUser("four").build());

        assertThat(transactions.write(() -> users.lockActive(Role.SUPERADMIN))).isOne();
    }

    @Test
    void knowsWhetherThereIsAnybody() {
        assertThat(transactions.read(users::any)).isFalse();
        add(aUser("ada").build());
        assertThat(transactions.read(users::any)).isTrue();
    }

    @Test
    void deletesWhatIsDueAndNothingElse() {
        User due = aUser("due").deletedAt(NOON).build();
        User later = aUser("later").deletedAt(NOON.plusSeconds(1)).build();
        add(due);
        add(later);
        add(aUser("stays").build());

        assertThat(transactions.write(() -> users.deletionDue(NOON, 10))).containsExactly(due);
        transactions.writing(() -> users.delete(due.id()));
        assertThat(read(due)).isEmpty();
        assertThat(transactions.write(() -> users.deletionDue(NOON, 10))).isEmpty();
        assertThat(read(later)).isPresent();
    }

    private List<String> names(String words) {
        return transactions.read(() -> users.list(words, PageRequest.first(10))).items().stream().map(user -> user.username().value()).toList();
    }

    private void add(User user) {
        transactions.writing(() -> users.add(user, HASH));
    }

    private Optional<User> read(User user) {
        return transactions.read(() -> users.find(user.id()));
    }

    private static User withEmail(User user, String email) {
        return user.changed(User.Patch.own(Change.to(new EmailAddress(email)), Change.keep()), NOON);
    }

    private static void assertRefused(Runnable act, String code) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.refusal()).isInstanceOfSatisfying(Refusal.Conflict.class,
                        conflict -> assertThat(conflict.code()).isEqualTo(code)));
    }
}
