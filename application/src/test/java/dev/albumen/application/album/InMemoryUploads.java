package dev.albumen.application.album;

import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.album.Upload;
import dev.albumen.domain.image.ImageId;
import dev.albumen.domain.shared.UploadId;
import dev.albumen.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Keeps uploads in memory. */
public final class InMemoryUploads implements Uploads {

    private final InMemoryTransactions transactions;
    private final InMemoryTable<UploadId, Upload> uploads;
    private final List<Consumer<UploadId>> hangingOn = new ArrayList<>();

    public InMemoryUploads(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.uploads = transactions.table();
    }

    @Override
    public void add(Upload upload) {
        uploads.put(upload.id(), upload);
    }

    @Override
    public Optional<Upload> find(UploadId id) {
        return uploads.find(id);
    }

    @Override
    public Optional<Upload> lock(UploadId id) {
        transactions.requireWriting();
        return find(id);
    }

    @Override
    public void complete(UploadId id, ImageId image, boolean duplicate) {
        uploads.put(id, find(id).orElseThrow().completed(image, duplicate));
    }

    @Override
    public void remove(UploadId id) {
        uploads.remove(id);
        hangingOn.forEach(act -> act.accept(id));
    }

    /** Says what goes with an upload. */
    public void whenRemoved(Consumer<UploadId> act) {
        hangingOn.add(act);
    }

    @Override
    public int open(UserId owner) {
        return (int) uploads.all().values().stream().filter(one -> one.ownerId().equals(owner) && one.result() == null).count();
    }

    @Override
    public Set<UploadId> open(Collection<UploadId> ids) {
        return ids.stream().filter(id -> find(id).filter(one -> one.result() == null).isPresent()).collect(Collectors.toSet());
    }

    @Override
    public List<UploadId> expired(Instant time, int limit) {
        return uploads.all().values().stream().filter(one -> !one.expiresAt().isAfter(time))
                .sorted(Comparator.comparing(Upload::expiresAt)).limit(limit).map(Upload::id).toList();
    }
}
