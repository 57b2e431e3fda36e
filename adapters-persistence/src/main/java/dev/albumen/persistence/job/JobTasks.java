package dev.albumen.persistence.job;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.albumen.application.job.JobHandler;
import dev.albumen.application.job.RecurringJob;
import dev.albumen.application.shared.NodeRole;
import dev.albumen.application.shared.Transactions;
import dev.albumen.persistence.shared.Sql;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** What this node does, by its roles, in the scheduler's terms. */
@Singleton
@Requires(beans = JobHandler.class)
final class JobTasks {

    private final Sql sql;
    private final Transactions transactions;
    private final JobSettings settings;
    private final JobHandler handler;
    private final List<RecurringJob> recurring;
    private final Set<NodeRole> roles;

    JobTasks(
            Sql sql, Transactions transactions, JobSettings settings, JobHandler handler, List<RecurringJob> recurring,
            @Property(name = "albumen.roles", defaultValue = NodeRole.ALL) String roles) {
        this.sql = sql;
        this.transactions = transactions;
        this.settings = settings;
        this.handler = handler;
        this.recurring = recurring;
        this.roles = NodeRole.of(roles);
    }

    /** Whether this node does jobs that others may have added. */
    boolean doesJobs() {
        return roles.contains(NodeRole.WORKER);
    }

    /** Whether there is anything to do for this node. */
    boolean any() {
        return doesJobs() || roles.contains(NodeRole.SCHEDULER);
    }

    /** @param ending whether this node is about to end */
    List<Task<?>> jobs(BooleanSupplier ending) {
        if (!doesJobs()) {
            return List.of();
        }
        Retries retries = new Retries(sql, transactions, settings.firstPause(), handler::givenUp, ending);
        return StoredJob.KINDS.entrySet().stream()
                .<Task<?>>map(kind -> Tasks.oneTime(kind.getKey(), String.class)
                        .onFailure(retries)
                        .onDeadExecution(retries)
                        .execute((task, context) -> handler.handle(
                                kind.getValue().apply(task.getData()), PostgresLease.of(sql, context.getExecution()))))
                .toList();
    }

    List<RecurringTask<?>> recurring() {
        return roles.contains(NodeRole.SCHEDULER) ? recurring.stream().<RecurringTask<?>>map(JobTasks::task).toList() : List.of();
    }

    private static RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.name(), FixedDelay.of(job.every())).execute((task, context) -> job.work().run());
    }
}
