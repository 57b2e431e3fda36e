package dev.albumen.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.job.Lease;
import dev.albumen.application.job.LeaseContract;
import dev.albumen.application.job.LeaseLostException;
import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.image.ImageId;
import dev.albumen.persistence.shared.PostgresTest;
import dev.albumen.persistence.shared.Sql;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLeaseTest extends LeaseContract {

    @RegisterExtension
    static final PostgresTest POSTGRES = new PostgresTest();

    private static final Job JOB = new Job.ProcessImage(new ImageId(new UUID(7, 8)));
    private static final String CLAIM = """
            UPDATE jobs SET picked = true, picked_by = 'one', last_heartbeat = now(), version = version + 1
            RETURNING task_name, task_instance, version
            """;

    private final Sql sql = POSTGRES.bean(Sql.class);

    @Override
    protected Lease held() {
        writing(() -> POSTGRES.bean(Jobs.class).enqueueOnce(JOB));
        return claimed();
    }

    @Override
    protected Lease passedOn() {
        Lease lease = held();
        claimed();
        return lease;
    }

    @Override
    protected Lease over() {
        Lease lease = held();
        sql.change("DELETE FROM jobs");
        return lease;
    }

    @Override
    protected void writing(Runnable work) {
        POSTGRES.bean(Transactions.class).writing(work);
    }

    /** By nodes of the same name, as those of one machine have. */
    private PostgresLease claimed() {
        return sql.one(CLAIM, row ->
                new PostgresLease(sql, row.text("task_name"), row.text("task_instance"), row.number("version")));
    }

    @Test
    void isAnswerableToTheSameJobInALaterLife() {
        Lease lease = over();
        Lease later = held();

        writing(later::hold);
        assertThatThrownBy(() -> writing(lease::hold)).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void outlivesHeartbeats() {
        Lease lease = held();
        sql.change("UPDATE jobs SET last_heartbeat = now()");

        writing(lease::hold);
    }

    @Test
    void letsNobodyTakeTheJobOverBeforeTheTransactionEnds() {
        Lease lease = held();

        writing(() -> {
            lease.hold();
            assertThat(CompletableFuture.supplyAsync(() ->
                    sql.list("SELECT 1 FROM jobs FOR UPDATE SKIP LOCKED", row -> row)).join()).isEmpty();
        });

        assertThat(sql.list("SELECT 1 FROM jobs FOR UPDATE SKIP LOCKED", row -> row)).hasSize(1);
    }

    @Test
    void belongsInATransaction() {
        Lease lease = held();

        assertThatThrownBy(lease::hold).isInstanceOf(IllegalStateException.class);
    }
}
