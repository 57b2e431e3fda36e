package dev.albumen.application.notice;

import dev.albumen.application.shared.Transactions;
import dev.albumen.domain.shared.Viewer;
import java.time.InstantSource;
import java.util.UUID;

/** Has a notice sent after all that was given up. */
public final class ResumeNotice {

    private final Transactions transactions;
    private final Notices notices;
    private final InstantSource clock;

    public ResumeNotice(Transactions transactions, Notices notices, InstantSource clock) {
        this.transactions = transactions;
        this.notices = notices;
        this.clock = clock;
    }

    public record Command(UUID notice) {}

    /** Nothing where it is gone, with its link or after its time. */
    public void handle(Viewer viewer, Command command) {
        transactions.writing(() -> notices.resume(command.notice(), clock.instant()));
    }
}
