package dev.albumen.persistence.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.shared.Transactions;
import dev.albumen.application.user.Sessions;
import dev.albumen.application.user.SigningKeys;
import dev.albumen.application.user.UserBuilder;
import dev.albumen.application.user.Users;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.user.PasswordHash;
import dev.albumen.domain.user.Session;
import dev.albumen.domain.user.SigningKey;
import dev.albumen.domain.user.User;
import dev.albumen.persistence.shared.PostgresTest;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionRacesTest {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final Sha256 FIRST = Sha256.of("first");

    private final Transactions transactions = POSTGRES.bean(Transactions.class);
    private final Sessions sessions = POSTGRES.bean(Sessions.class);

    @Test
    void letsOneOfManyWhoBringTheSameTokenSpendIt() {
        User ada = UserBuilder.aUser("ada").build();
        Session session = Session.opened(new SessionId(UUID.randomUUID()), ada.id(), null, UserBuilder.NOON);
        transactions.writing(() -> {
            POSTGRES.bean(Users.class).add(ada, new PasswordHash("$x$1"));
            sessions.add(session, FIRST);
        });
        AtomicInteger fresh = new AtomicInteger();
        AtomicInteger spent = new AtomicInteger();

        atOnce(8, i -> transactions.writing(() -> {
            boolean reused = sessions.redeem(FIRST, UserBuilder.NOON).orElseThrow().spent();
            (reused ? spent : fresh).incrementAndGet();
            if (!reused) {
                sessions.renew(session, FIRST, Sha256.of("next" + i));
            }
        }));

        assertThat(fresh).hasValue(1);
        assertThat(spent).hasValue(7);
    }

    @Test
    void letsOneOfManyNodesMakeTheFirstSigningKey() {
        SigningKeys keys = POSTGRES.bean(SigningKeys.class);

        atOnce(8, i -> transactions.writing(
                () -> keys.addFirst(new SigningKey("kid" + i, new byte[] {1}, new byte[] {2}, UserBuilder.NOON, null))));

        assertThat(transactions.read(() -> keys.since(UserBuilder.NOON))).hasSize(1);
    }

    private static void atOnce(int many, java.util.function.IntConsumer act) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, many).mapToObj(i -> threads.submit(() -> act.accept(i))).toList();
        }
    }
}
