package dev.albumen.rest.rendition;

import dev.albumen.application.rendition.Serving;
import dev.albumen.application.rendition.Wanted;
import dev.albumen.application.storage.BlobAddresses;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.shared.Sha256;
import dev.albumen.rest.shared.ByteAnswers;
import dev.albumen.rest.shared.Bytes;
import dev.albumen.rest.shared.Disposition;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
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
    private final @Nullable BlobAddresses addresses;

    /** @param addresses where the storage is to send originals itself; {@code null} where it is not */
    ServingAnswers(ByteAnswers answers, ServedBlobs blobs, @Nullable BlobAddresses addresses) {
        this.answers = answers;
        this.blobs = blobs;
        this.addresses = addresses;
    }

    public HttpResponse<?> of(HttpRequest<?> request, Wanted wanted, Serving serving, boolean signed) {
        Bytes bytes = bytes(wanted, serving, signed);
        Optional<URI> address = addresses != null && isForTheStorage(request, bytes)
                ? addresses.of(serving.key(), bytes.mediaType(), String.valueOf(bytes.disposition())) : Optional.empty();
        return address.isPresent()
                ? HttpResponse.temporaryRedirect(address.get()).header(HttpHeaders.CACHE_CONTROL, "no-store")
                : answers.of(request, bytes).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }

    /**
     * Whole originals as they are. The keys of all that was made of them tell the original's hash, and so would their
     * addresses; and parts are asked for again and again, for which the right to them is checked each time.
     */
    private static boolean isForTheStorage(HttpRequest<?> request, Bytes bytes) {
        HttpHeaders asked = request.getHeaders();
        return bytes.digest() != null
                && request.getMethod() == HttpMethod.GET
                && !asked.contains(HttpHeaders.RANGE)
                && !bytes.areNamed(asked.get(HttpHeaders.IF_NONE_MATCH))
                && !bytes.areOthersThan(asked.get(HttpHeaders.IF_MATCH));
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
