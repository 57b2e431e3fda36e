package dev.albumen.rest.rendition;

import dev.albumen.application.rendition.Serving;
import dev.albumen.application.rendition.Wanted;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.rest.shared.ByteAnswers;
import dev.albumen.rest.shared.Bytes;
import dev.albumen.rest.shared.Disposition;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers with the bytes of an image. */
@Singleton
public final class ServingAnswers {

    /**
     * A signed address shows the same picture as long as its signature holds; others may change what they show, and so may
     * those of pictures with a mark.
     */
    private static final String SIGNED = "private, max-age=3600, immutable";
    private static final String PLAIN = "private, no-cache";

    private final ByteAnswers answers;
    private final ServedBlobs blobs;

    ServingAnswers(ByteAnswers answers, ServedBlobs blobs) {
        this.answers = answers;
        this.blobs = blobs;
    }

    public HttpResponse<?> of(HttpRequest<?> request, Wanted wanted, Serving serving, boolean signed) {
        return answers.of(request, bytes(wanted, serving, signed)).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    /** What is sent, and what is said about it. */
    Bytes bytes(Wanted wanted, Serving serving, boolean signed) {
        boolean original = wanted.what() == Wanted.What.ORIGINAL;
        return new Bytes(serving.mediaType().mimeType(), serving.entityTag(), signed && !serving.marked() ? SIGNED : PLAIN,
                original ? Disposition.attachment(serving.filename()) : Disposition.inline(serving.filename()),
                digest(serving.key()), blobs.of(serving.key()));
    }

    /** Of an original as it is: whoever gets its bytes can hash them. What is made of it tells nothing of its hash. */
    private static @Nullable Sha256 digest(BlobKey key) {
        return key.value().startsWith(BlobKey.ORIGINALS) ? key.content().orElse(null) : null;
    }

    /** What a request wants of this, in the formats that its {@code Accept} names. */
    public static Wanted wanted(HttpRequest<?> request, Wanted.What what) {
        return wanted(request.getHeaders().getAll(HttpHeaders.ACCEPT), what);
    }

    /** The same for the values of {@code Accept} headers. */
    static Wanted wanted(List<String> accept, Wanted.What what) {
        return new Wanted(what, AcceptedFormats.of(switch (accept.size()) {
            case 0 -> null;
            case 1 -> accept.getFirst();
            default -> String.join(",", accept);
        }));
    }
}
