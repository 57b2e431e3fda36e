package dev.albumen.application.label;

import dev.albumen.application.image.InMemoryImages;
import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.label.Provider;
import dev.albumen.domain.shared.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps labellings of many images in memory. */
public final class InMemoryLabelRuns implements LabelRuns {

    private final InMemoryTable<UUID, LabelRun> runs;
    private final InMemoryImages images;
    private final InMemoryImageLabels labels;

    public InMemoryLabelRuns(InMemoryTransactions transactions, InMemoryImages images, InMemoryImageLabels labels) {
        this.runs = transactions.table();
        this.images = images;
        this.labels = labels;
    }

    @Override
    public Optional<LabelRun> find(UUID id) {
        return runs.find(id);
    }

    @Override
    public Optional<LabelRun> latest(Optional<UserId> owner) {
        return all().filter(run -> run.whose().equals(owner))
                .max(Comparator.comparing(LabelRun::startedAt).thenComparing(run -> run.id().toString()));
    }

    @Override
    public boolean begin(LabelRun run) {
        boolean free = all().noneMatch(other -> other.whose().equals(run.whose()) && other.state().open());
        if (free) {
            runs.put(run.id(), run);
        }
        return free;
    }

    @Override
    public boolean save(LabelRun run) {
        boolean current = find(run.id()).filter(before -> before.version() == run.version() - 1).isPresent();
        if (current) {
            runs.put(run.id(), run);
        }
        return current;
    }

    @Override
    public List<LabelRun> postponed() {
        return all().filter(run -> run.state() == LabelRun.State.POSTPONED).toList();
    }

    @Override
    public Optional<Provider> lastSeen(String name) {
        return labels.lastSeen(name);
    }

    @Override
    public long count(Wanted wanted) {
        return wanted(wanted).count();
    }

    @Override
    public List<ImageId> after(Wanted wanted, Optional<ImageId> image, int limit) {
        return wanted(wanted)
                .filter(id -> image.isEmpty() || id.value().toString().compareTo(image.get().toString()) > 0)
                .sorted(Comparator.comparing(ImageId::toString))
                .limit(limit)
                .toList();
    }

    private Stream<ImageId> wanted(Wanted wanted) {
        return images.all().stream()
                .filter(image -> !image.trashed() && image.status() instanceof ImageStatus.Ready ready && !ready.renditions().isEmpty())
                .filter(image -> wanted.owner().map(image.ownerId()::equals).orElse(true))
                .map(Image::id)
                .filter(id -> wanted.again() || !labels.isLabelled(id, wanted.by()));
    }

    private Stream<LabelRun> all() {
        return runs.all().values().stream();
    }
}
