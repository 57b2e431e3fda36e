package dev.albumen.aws.storage;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import dev.albumen.application.storage.StagingArea.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Keeps each blob as one object. Needs the rights to get, put and delete objects, to abort uploads in parts and to list the
 * bucket: without the last one, S3 answers "forbidden" instead of "not there". Ages are whole seconds.
 */
public final class S3BlobStore implements BlobStore, AutoCloseable {

    /** How many blobs are read at once; the other connections are for all else. */
    static final int MOST_READERS = 192;

    private static final int NOT_FOUND = 404;
    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final Duration OPEN = Duration.ofSeconds(5);

    private final S3Settings settings;
    private final S3Patience patience;
    private final StagingArea downloads;
    private final S3Client client;
    private final S3Circuit circuit;
    private final S3Readers readers = new S3Readers(MOST_READERS);
    private final S3Puts puts;

    /**
     * @param downloads where blobs go that are wanted as files
     * @param credentials to use where the settings bring none
     */
    public S3BlobStore(
            S3Settings settings, S3Keeping keeping, S3Patience patience, StagingArea downloads, AwsCredentialsProvider credentials) {
        this(settings, keeping, patience, S3Parts.USUAL, downloads, credentials);
    }

    S3BlobStore(
            S3Settings settings, S3Keeping keeping, S3Patience patience, S3Parts parts, StagingArea downloads,
            AwsCredentialsProvider credentials) {
        this.settings = settings;
        this.patience = patience;
        this.downloads = downloads;
        this.client = S3Connection.open(settings, patience, credentials);
        this.circuit = new S3Circuit(OPEN);
        this.puts = new S3Puts(settings, keeping, patience, parts, client, circuit);
    }

    @Override
    public void put(BlobKey key, Path file) {
        try {
            puts.put(key, file);
        } catch (IOException | SdkException e) {
            throw failure("kept", key, e);
        }
    }

    @Override
    public Optional<Stat> stat(BlobKey key) {
        Optional<HeadObjectResponse> head = unlessAbsent("found", key,
                () -> client.headObject(request -> request.bucket(settings.bucket()).key(settings.nameOf(key)).overrideConfiguration(patience.within(0))));
        if (head.isEmpty()) {
            requireBucket();
        }
        return head.map(object -> new Stat(key, object.contentLength(), object.lastModified()));
    }

    /** The answer to HEAD has no body, so that a missing bucket looks like a missing blob. */
    private void requireBucket() {
        try {
            circuit.call(() -> client.headBucket(request -> request.bucket(settings.bucket()).overrideConfiguration(patience.within(0))));
        } catch (SdkException e) {
            throw new DependencyException("the bucket " + settings.bucket() + " does not answer", e);
        }
    }

    @Override
    public Optional<Content> open(BlobKey key) {
        return opened(key, get(key), object -> object.response().contentLength());
    }

    @Override
    public Optional<Content> open(BlobKey key, long offset, long length) {
        if (offset < 0 || length < 1) {
            throw new IllegalArgumentException(length + " bytes from " + offset);
        }
        String last = length > Long.MAX_VALUE - offset ? "" : Long.toString(offset + length - 1);
        return opened(key, get(key).range("bytes=" + offset + "-" + last), object -> wholeSize(key, object));
    }

    private Optional<Content> opened(
            BlobKey key, GetObjectRequest.Builder request, ToLongFunction<ResponseInputStream<GetObjectResponse>> wholeSize) {
        readers.enter();
        boolean isOpen = false;
        try {
            Optional<Content> content = unlessAbsent("opened", key, () -> client.getObject(request.overrideConfiguration(patience.within(0)).build()))
                    .map(object -> new Content(wholeSize.applyAsLong(object), new ObjectStream(object, readers::leave)));
            isOpen = content.isPresent();
            return content;
        } finally {
            if (!isOpen) {
                readers.leave();
            }
        }
    }

    /** From {@code Content-Range: bytes 0-99/1000}. */
    private static long wholeSize(BlobKey key, ResponseInputStream<GetObjectResponse> object) {
        String range = object.response().contentRange();
        if (range == null) {
            object.abort();
            throw new DependencyException("the store gave all of " + key + " where a part was wanted");
        }
        return Long.parseLong(range.substring(range.lastIndexOf('/') + 1));
    }

    @Override
    public Optional<LocalFile> fetch(BlobKey key) {
        WorkFolder folder = downloads.folder();
        Path file = folder.path().resolve("blob");
        boolean isThere = false;
        try {
            isThere = unlessAbsent("fetched", key, () -> client.getObject(get(key).build(), new S3Download(file, patience)))
                    .isPresent();
            return isThere ? Optional.of(new Download(folder, file)) : Optional.empty();
        } finally {
            if (!isThere) {
                folder.close();
            }
        }
    }

    @Override
    public void delete(BlobKey key) {
        try {
            circuit.call(() -> client.deleteObject(
                    request -> request.bucket(settings.bucket()).key(settings.nameOf(key)).overrideConfiguration(patience.within(0))));
        } catch (SdkException e) {
            throw failure("deleted", key, e);
        }
    }

    @Override
    public List<Stat> list(String prefix, Optional<BlobKey> after, int limit) {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit " + limit);
        }
        String folder = BlobKey.folder(prefix);
        try {
            return circuit.call(() -> client.listObjectsV2Paginator(request -> request.bucket(settings.bucket())
                            .prefix(settings.prefix() + folder)
                            .startAfter(after.map(settings::nameOf).orElse(null))
                            .maxKeys(limit).overrideConfiguration(patience.within(0)))
                    .contents().stream()
                    .flatMap(object -> statOf(object).stream())
                    .limit(limit)
                    .toList());
        } catch (SdkException e) {
            throw new DependencyException("the blobs below " + folder + " could not be listed", e);
        }
    }

    /** Empty for objects that somebody else put there. */
    private Optional<Stat> statOf(S3Object object) {
        return BlobKey.parse(object.key().substring(settings.prefix().length()))
                .map(key -> new Stat(key, object.size(), object.lastModified().truncatedTo(ChronoUnit.SECONDS)));
    }

    private GetObjectRequest.Builder get(BlobKey key) {
        return GetObjectRequest.builder().bucket(settings.bucket()).key(settings.nameOf(key));
    }

    private <T> Optional<T> unlessAbsent(String done, BlobKey key, Supplier<T> call) {
        try {
            return Optional.of(circuit.call(call));
        } catch (NoSuchBucketException e) {
            throw failure(done, key, e);
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            if (e.statusCode() == RANGE_NOT_SATISFIABLE) {
                throw new IllegalArgumentException("no such part of " + key, e);
            }
            throw failure(done, key, e);
        } catch (SdkException e) {
            throw failure(done, key, e);
        }
    }

    private static DependencyException failure(String done, BlobKey key, Exception cause) {
        return new DependencyException("the blob " + key + " could not be " + done, cause);
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        client.close();
    }

    private record Download(WorkFolder folder, Path path) implements LocalFile {
        @Override
        public void close() {
            folder.close();
        }
    }
}
