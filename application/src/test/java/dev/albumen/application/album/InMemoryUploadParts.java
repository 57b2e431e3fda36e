package dev.albumen.application.album;

import dev.albumen.application.shared.InMemoryTable;
import dev.albumen.application.shared.InMemoryTransactions;
import dev.albumen.domain.album.UploadPart;
import dev.albumen.domain.shared.UploadId;
import java.util.List;
import java.util.stream.Stream;

/** Keeps parts in memory. */
public final class InMemoryUploadParts implements UploadParts {

    private final InMemoryTable<UploadId, List<UploadPart>> parts;

    public InMemoryUploadParts(InMemoryTransactions transactions, InMemoryUploads uploads) {
        this.parts = transactions.table();
        uploads.whenRemoved(parts::remove);
    }

    @Override
    public void append(UploadId upload, UploadPart part) {
        if (part.startsAt() != received(upload)) {
            throw new IllegalArgumentException("the last part ends elsewhere");
        }
        parts.put(upload, Stream.concat(of(upload).stream(), Stream.of(part)).toList());
    }

    @Override
    public List<UploadPart> of(UploadId upload) {
        return parts.find(upload).orElse(List.of());
    }

    @Override
    public long received(UploadId upload) {
        List<UploadPart> sent = of(upload);
        return sent.isEmpty() ? 0 : sent.getLast().end();
    }
}
