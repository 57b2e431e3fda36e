package dev.albumen.rest.rendition;

import dev.albumen.application.rendition.Archive;
import dev.albumen.application.rendition.ArchiveSize;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.domain.shared.Refusal;
import dev.albumen.rest.shared.ByteAnswers;
import dev.albumen.rest.shared.Bytes;
import dev.albumen.rest.shared.Disposition;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Answers with an archive that is made while it is sent. */
@Singleton
public final class ArchiveAnswers {

    private final ByteAnswers answers;

    ArchiveAnswers(ByteAnswers answers) {
        this.answers = answers;
    }

    public HttpResponse<?> of(HttpRequest<?> request, Archive archive) {
        return answers.of(request, new Bytes("application/zip", archive.entityTag(), "private, no-cache",
                Disposition.attachment(archive.filename()), new Source(archive)));
    }

    private record Source(Archive archive) implements Bytes.Source {

        @Override
        public Bytes.Whole whole() {
            return new Bytes.Whole.Open(part(0, archive.byteSize()));
        }

        @Override
        public BlobStore.Content part(long offset, long length) {
            return archive.parts().open(offset, length);
        }

        @Override
        public long byteSize() {
            return archive.byteSize();
        }
    }

    /** The pictures' size by name, or by the longest edge that is wanted; large ones where nothing is said. */
    public static ArchiveSize size(@Nullable String text) {
        return switch (text) {
            case null -> ArchiveSize.LARGE;
            case "original" -> ArchiveSize.ORIGINAL;
            case "large", "2048" -> ArchiveSize.LARGE;
            case "preview", "1024" -> ArchiveSize.PREVIEW;
            default -> throw Refusal.invalid("size", "unknown-value", "Expected one of original, large, preview, 2048, 1024.");
        };
    }
}
