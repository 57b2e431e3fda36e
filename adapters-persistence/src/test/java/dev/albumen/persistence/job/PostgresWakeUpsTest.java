package dev.albumen.persistence.job;

import dev.albumen.application.job.WakeUps;
import dev.albumen.application.job.WakeUpsContract;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Sql;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestInstance(Lifecycle.PER_CLASS)
class PostgresWakeUpsTest extends WakeUpsContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private ApplicationContext other;

    @BeforeAll
    void startAnotherNode() {
        other = POSTGRES.anotherNode();
    }

    @AfterAll
    void stopIt() {
        other.close();
    }

    @Override
    protected WakeUps wakeUps() {
        return POSTGRES.bean(WakeUps.class);
    }

    @Override
    protected WakeUps ofAnotherNode() {
        return other.getBean(WakeUps.class);
    }

    @Test
    void tellsAgainAfterItsConnectionBroke() {
        Ear ear = new Ear();
        try (WakeUps.Listening listening = ofAnotherNode().listen(ear)) {
            assertHears(ear, wakeUps());

            POSTGRES.bean(Sql.class).list(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'albumen notifications'", row -> 0);

            assertHears(ear, wakeUps());
        }
    }
}
