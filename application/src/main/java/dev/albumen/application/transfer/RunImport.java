package dev.albumen.application.transfer;

import dev.albumen.application.job.Job;
import dev.albumen.application.job.Jobs;
import dev.albumen.application.job.Lease;
import dev.albumen.application.shared.Transactions;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.user.StorageQuota;
import dev.albumen.application.user.Users;
import dev.albumen.domain.shared.RefusedException;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.domain.user.User;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with an import for some minutes, step by step, and has a further job go on then. Each step and the note that it
 * is done are one transaction, so an import whose node dies goes on with the step that it was at.
 */
public final class RunImport {

    /** Long enough that fetching the archive from a store that is far away is no large part of it. */
    static final Duration SLICE = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final ArchiveImports imports;
    private final Users users;
    private final StorageQuota quota;
    private final BlobStore blobs;
    private final ImportPlanner planner;
    private final ImportLimits limits;
    private final ImportSteps steps;
    private final Jobs jobs;
    private final InstantSource clock;

    RunImport(
            Transactions transactions, ArchiveImports imports, Users users, StorageQuota quota, BlobStore blobs, ImportPlanner planner,
            ImportLimits limits, ImportSteps steps, Jobs jobs, InstantSource clock) {
        this.transactions = transactions;
        this.imports = imports;
        this.users = users;
        this.quota = quota;
        this.blobs = blobs;
        this.planner = planner;
        this.limits = limits;
        this.steps = steps;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** @param lease of the try that this is */
    public record Command(UUID id, Lease lease) {}

    /** An import that has ended is left alone. */
    public void handle(Viewer viewer, Command command) {
        viewer.requireWorker();
        Optional<ArchiveImport> going = transactions.read(() -> imports.find(command.id())).filter(found -> !found.finished());
        if (going.isEmpty()) {
            blobs.delete(BlobKey.imported(command.id()));
            return;
        }
        ImportBooks books = new ImportBooks(imports, quota, command.lease(), clock, going.get());
        try {
            run(books);
        } catch (ImportBooks.EndedException ended) {
            blobs.delete(BlobKey.imported(command.id()));
        }
    }

    private void run(ImportBooks books) {
        ArchiveImport going = books.kept();
        Optional<User> owner = transactions.read(() -> users.find(going.ownerId())).filter(User::active);
        Optional<BlobStore.LocalFile> file = owner.isEmpty() ? Optional.empty() : blobs.fetch(BlobKey.imported(going.id()));
        if (file.isEmpty()) {
            end(books, owner.isEmpty() ? "account-inactive" : "archive-lost");
            return;
        }
        Viewer.Member member = new Viewer.Member(going.ownerId(), owner.get().role(), going.sessionId());
        boolean isOver;
        try (BlobStore.LocalFile local = file.get(); SentArchive archive = SentArchive.open(local.path(), limits)) {
            isOver = run(books, member, planner.steps(archive.files()));
        } catch (RefusedException unreadable) {
            // It was readable when it came; a limit has been lowered since.
            end(books, "archive-refused");
            return;
        }
        if (isOver) {
            end(books, null);
        }
    }

    /** Whether that was all. */
    private boolean run(ImportBooks books, Viewer.Member member, List<ImportStep> all) {
        Instant end = clock.instant().plus(SLICE);
        while (books.kept().place() < all.size()) {
            steps.take(member, all.get(books.kept().place()), books);
            if (!clock.instant().isBefore(end) || Thread.currentThread().isInterrupted()) {
                transactions.writing(() -> jobs.enqueue(new Job.ImportArchive(books.kept().id())));
                return false;
            }
        }
        return true;
    }

    private void end(ImportBooks books, @Nullable String why) {
        transactions.writing(() -> books.end(why));
        blobs.delete(BlobKey.imported(books.kept().id()));
    }
}
