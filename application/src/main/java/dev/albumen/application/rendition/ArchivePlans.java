package dev.albumen.application.rendition;

import dev.albumen.application.job.SpareTime;
import dev.albumen.application.shared.BusyException;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.BlobSum;
import dev.albumen.application.storage.BlobSums;
import dev.albumen.application.storage.SumReader;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds out which blobs an archive holds, and their sizes and checksums. What is known is known at once; blobs that are yet
 * to be made, or were never summed, are made and summed now, as far as that is done soon. Otherwise whoever asked is sent
 * away while the work goes on, and each who asks again finds more of it done.
 */
final class ArchivePlans {

    /** How long anybody is kept waiting, but for one picture more. Whoever went away keeps a thread busy for that one alone. */
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    /** How many are made or read at the same time, for one who waits. */
    private static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);
    /** How many images are looked up at once. */
    private static final int BATCH = 200;
    /** Of images that lack something, so many are kept in mind. */
    private static final int MOST_LACKING = 1000;
    /** And so many are left to spare time, which others need too. */
    private static final int MOST_IN_SPARE_TIME = 100;

    private final SumReader reader;
    private final BlobSums sums;
    private final Servings servings;
    private final SpareTime spareTime;
    private final InstantSource clock;
    /** What is left to spare time and not done yet. */
    private final Set<Left> coming = ConcurrentHashMap.newKeySet();

    ArchivePlans(BlobStore blobs, BlobSums sums, Servings servings, SpareTime spareTime, InstantSource clock) {
        this.reader = new SumReader(blobs, sums);
        this.sums = sums;
        this.servings = servings;
        this.spareTime = spareTime;
        this.clock = clock;
    }

    private record Left(ImageId image, ArchiveSize size) {}

    private record Lacking(int place, Archive.Entry entry) {}

    /**
     * A file for each of the entries, in their order, named as nothing else is.
     *
     * @throws BusyException where much is yet to be made, or nobody waits for it any more
     */
    List<ArchivedFile> of(Iterable<Archive.Entry> entries, ArchiveSize size, Asker asker) {
        List<Optional<ArchivedFile>> found = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        List<Lacking> lacking = new ArrayList<>();
        int more = 0;
        Iterator<Archive.Entry> all = entries.iterator();
        while (all.hasNext()) {
            requireWaiting(asker);
            List<Archive.Entry> batch = next(all);
            Map<BlobKey, BlobSum> known = known(batch);
            for (Archive.Entry entry : batch) {
                Optional<ArchivedFile> file = file(entry, found.size() + 1, size, known, false);
                if (file.isEmpty() && lacking.size() < MOST_LACKING) {
                    lacking.add(new Lacking(found.size(), entry));
                } else if (file.isEmpty()) {
                    more++;
                }
                found.add(file);
                folders.add(entry.folder());
            }
        }
        complete(found, lacking, size, asker);
        if (more > 0) {
            throw busy(more);
        }
        Map<String, ArchiveNames> names = new HashMap<>();
        return IntStream.range(0, found.size()).mapToObj(i -> found.get(i).orElseThrow().within(folders.get(i), names)).toList();
    }

    private static List<Archive.Entry> next(Iterator<Archive.Entry> all) {
        List<Archive.Entry> batch = new ArrayList<>();
        while (batch.size() < BATCH && all.hasNext()) {
            batch.add(all.next());
        }
        return batch;
    }

    private Map<BlobKey, BlobSum> known(List<Archive.Entry> entries) {
        return sums.of(entries.stream().map(entry -> entry.image().sha256()).collect(Collectors.toSet()));
    }

    private static void requireWaiting(Asker asker) {
        if (!asker.waits()) {
            throw new BusyException("Whoever asked for this archive is gone.", RETRY_AFTER);
        }
    }

    private void complete(List<Optional<ArchivedFile>> found, List<Lacking> lacking, ArchiveSize size, Asker asker) {
        Instant until = clock.instant().plus(WAIT);
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = IntStream.range(0, Math.min(AT_ONCE, lacking.size())).<Future<?>>mapToObj(i -> threads.submit(() -> {
                while (clock.instant().isBefore(until) && asker.waits()) {
                    int mine = next.getAndIncrement();
                    if (mine >= lacking.size()) {
                        return;
                    }
                    found.set(lacking.get(mine).place(), made(lacking.get(mine), size));
                }
            })).toList();
            all.forEach(ArchivePlans::await);
        }
        requireWaiting(asker);
        List<Lacking> left = lacking.subList(Math.min(next.get(), lacking.size()), lacking.size());
        if (!left.isEmpty()) {
            leave(left, size);
            throw busy(left.size());
        }
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DependencyException("interrupted while an archive was prepared", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /** Others may have made it meanwhile. */
    private Optional<ArchivedFile> made(Lacking one, ArchiveSize size) {
        return file(one.entry(), one.place() + 1, size, known(List.of(one.entry())), true);
    }

    private void leave(List<Lacking> lacking, ArchiveSize size) {
        for (Lacking one : lacking.subList(0, Math.min(lacking.size(), MOST_IN_SPARE_TIME))) {
            Left left = new Left(one.entry().image().id(), size);
            if (coming.add(left) && !spareTime.offer(() -> {
                try {
                    made(one, size);
                } finally {
                    coming.remove(left);
                }
            })) {
                coming.remove(left);
                return;
            }
        }
    }

    private static BusyException busy(int lacking) {
        return new BusyException(
                "This archive is being prepared: " + lacking + " or more of its pictures are yet to be made. Ask again in a moment.",
                RETRY_AFTER);
    }

    /**
     * An original that cannot be freed of its metadata, or is shown with a mark alone, goes as its largest rendition; what
     * cannot be made so large goes as its preview. Empty where that is not known yet and not waited for.
     *
     * @param number of the entry, for those whose names are not told
     */
    private Optional<ArchivedFile> file(
            Archive.Entry entry, int number, ArchiveSize size, Map<BlobKey, BlobSum> known, boolean waits) {
        try {
            Serving serving = servings.of(
                    entry.image(), Wanted.asJpeg(size.what()), entry.shown(), new Patience(waits, known::containsKey));
            BlobSum sum = known.get(serving.key());
            if (sum == null && !waits) {
                return Optional.empty();
            }
            String name = entry.shown().details() ? serving.filename()
                    : "%04d.%s".formatted(number, serving.mediaType().extension());
            return Optional.of(ArchivedFile.of(name, serving.key(), sum == null ? reader.read(serving.key()) : sum));
        } catch (NotMadeYetException notYet) {
            return Optional.empty();
        } catch (RefusedException notGiven) {
            if (size == ArchiveSize.PREVIEW) {
                throw notGiven;
            }
            return file(entry, number, size == ArchiveSize.ORIGINAL ? ArchiveSize.LARGE : ArchiveSize.PREVIEW, known, waits);
        }
    }
}
