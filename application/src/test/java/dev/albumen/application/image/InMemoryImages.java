package dev.albumen.application.image;

import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.application.shared.LostRaceException;
import dev.albumen.domain.image.Image;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Keeps images in memory. */
public final class InMemoryImages implements Images {

    private final InMemoryTable<ImageId, Image> images;
    private final List<Consumer<ImageId>> hangingOn = new ArrayList<>();

    public InMemoryImages(InMemoryTransactions transactions) {
        this.images = transactions.table();
    }

    /** Says what goes with a purged image. */
    public void whenPurged(Consumer<ImageId> act) {
        hangingOn.add(act);
    }

    public List<Image> all() {
        return List.copyOf(images.all().values());
    }

    @Override
    public boolean add(Image image) {
        if (findByContent(image.ownerId(), image.sha256()).isPresent()) {
            return false;
        }
        images.put(image.id(), image);
        return true;
    }

    @Override
    public Optional<Image> find(ImageId id) {
        return images.find(id);
    }

    @Override
    public Optional<Image> findByContent(UserId owner, Sha256 content) {
        return all().stream().filter(image -> image.ownerId().equals(owner) && image.sha256().equals(content)).findFirst();
    }

    @Override
    public Image save(Image image) {
        if (find(image.id()).filter(stored -> stored.version() == image.version()).isEmpty()) {
            throw new LostRaceException();
        }
        return raised(image);
    }

    /** Raises the version of an image that something that hangs on it has changed. */
    public Image raised(Image image) {
        Image next = new Image(image.id(), image.ownerId(), image.filename(), image.mediaType(), image.byteSize(),
                image.sha256(), image.dimensions(), image.takenAt(), image.status(), image.title(), image.description(),
                image.watermark(), image.metadata(), image.trashedAt(), image.createdAt(), image.updatedAt(),
                image.version() + 1);
        images.put(next.id(), next);
        return next;
    }

    @Override
    public boolean purge(ImageId id) {
        if (find(id).filter(Image::trashed).isEmpty()) {
            return false;
        }
        images.remove(id);
        hangingOn.forEach(act -> act.accept(id));
        return true;
    }

    @Override
    public List<Image> trashedBefore(Instant time, int limit) {
        return trashed().filter(image -> image.trashedAt().isBefore(time)).limit(limit).toList();
    }

    @Override
    public List<Unplaced> unplaced(Optional<ImageId> after, int limit) {
        return all().stream().filter(image -> image.metadata().gps() != null && image.metadata().place() == null)
                .filter(image -> after.isEmpty() || image.id().value().toString().compareTo(after.get().value().toString()) > 0)
                .sorted(Comparator.comparing(image -> image.id().value().toString())).limit(limit)
                .map(image -> new Unplaced(image.id(), image.metadata().gps())).toList();
    }

    @Override
    public List<Image> trashOf(UserId owner, int limit) {
        return trashed().filter(image -> image.ownerId().equals(owner)).limit(limit).toList();
    }

    private Stream<Image> trashed() {
        return all().stream().filter(Image::trashed).sorted(Comparator.comparing(Image::trashedAt));
    }
}
