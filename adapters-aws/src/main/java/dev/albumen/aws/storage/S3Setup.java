package dev.albumen.aws.storage;

import dev.albumen.application.storage.BlobKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Sets a bucket up for Albumen, beside other rules that it has, and finds out what its credentials may do. */
public final class S3Setup implements AutoCloseable {

    /** Tells our rules from others. */
    static final String RULE = "albumen";

    private static final int ABORT_AFTER_DAYS = 2;
    private static final int CORS_SECONDS = 3600;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_IMPLEMENTED = 501;
    /** Among the originals, which are kept in a class of their own. */
    private static final BlobKey PROBE = new BlobKey(BlobKey.ORIGINALS + "probe");

    private final S3Settings settings;
    private final S3Keeping keeping;
    private final S3Client client;

    /** With credentials of the settings, or else those that the SDK finds. */
    public S3Setup(S3Settings settings, S3Keeping keeping) {
        this(settings, keeping, DefaultCredentialsProvider.create());
    }

    S3Setup(S3Settings settings, S3Keeping keeping, AwsCredentialsProvider found) {
        this.settings = settings;
        this.keeping = keeping;
        this.client = S3Connection.open(settings, found);
    }

    /** How something went. {@code MISSING}: the credentials lack a permission. {@code UNSUPPORTED}: the store has no such thing. */
    public enum Outcome { OK, SKIPPED, MISSING, UNSUPPORTED, FAILED }

    /**
     * @param what for people
     * @param permission as policies of Amazon's name it
     * @param detail empty where all is well
     */
    public record Finding(String what, String permission, Outcome outcome, String detail) {

        public boolean isGood() {
            return outcome == Outcome.OK || outcome == Outcome.SKIPPED;
        }
    }

    /** Tries everything that Albumen does with objects. Leaves nothing behind. */
    public List<Finding> permissions() {
        String name = settings.nameOf(PROBE);
        List<Finding> found = new ArrayList<>();
        found.add(tried("list the bucket", "s3:ListBucket", () ->
                client.listObjectsV2(request -> request.bucket(settings.bucket()).prefix(settings.prefix()).maxKeys(1))));
        Finding put = tried("put objects", "s3:PutObject", () -> {
            PutObjectRequest.Builder request = PutObjectRequest.builder().bucket(settings.bucket()).key(name);
            keeping.tell(request, PROBE);
            return client.putObject(request.build(), RequestBody.fromString("probe"));
        });
        found.add(put);
        // Without an object there, and without the right to list, "not there" is told as "forbidden".
        found.add(tried("get objects", "s3:GetObject", () ->
                client.getObjectAsBytes(request -> request.bucket(settings.bucket()).key(name)),
                put.isGood() ? Optional.empty() : Optional.of(NOT_FOUND)));
        if (put.isGood() && settings.checksumMode() == ChecksumMode.WHEN_SUPPORTED) {
            found.add(renewed(name));
        }
        found.add(tried("delete objects", "s3:DeleteObject", () ->
                client.deleteObject(request -> request.bucket(settings.bucket()).key(name))));
        if (put.isGood()) {
            found.add(abort(name));
        }
        return found;
    }

    /** Equal bytes that come again are copied onto themselves; a store that does not copy is sent them. */
    private Finding renewed(String name) {
        String what = "copy objects";
        Finding copied = tried(what, "s3:PutObject", () -> client.copyObject(request -> request
                .sourceBucket(settings.bucket()).sourceKey(name).destinationBucket(settings.bucket()).destinationKey(name)
                .metadataDirective(MetadataDirective.REPLACE).contentType(S3Puts.TYPE).checksumAlgorithm(ChecksumAlgorithm.SHA256)
                .serverSideEncryption(keeping.algorithm()).ssekmsKeyId(keeping.kmsKey()).storageClass(keeping.classOf(PROBE))));
        return copied.outcome() != Outcome.UNSUPPORTED ? copied
                : new Finding(what, copied.permission(), Outcome.SKIPPED, "the store does not; equal bytes are sent again");
    }

    /** Files in parts need no other right than to put, until one of them fails. */
    private Finding abort(String name) {
        return tried("abort uploads in parts", "s3:AbortMultipartUpload", () -> {
            String upload = client.createMultipartUpload(request -> request.bucket(settings.bucket()).key(name)
                    .serverSideEncryption(keeping.algorithm()).ssekmsKeyId(keeping.kmsKey()).storageClass(keeping.classOf(PROBE))).uploadId();
            return client.abortMultipartUpload(request -> request.bucket(settings.bucket()).key(name).uploadId(upload));
        });
    }

    /** Looks whether the rules are there that {@link #cors} and {@link #lifecycle} make, as far as the store tells. Changes nothing. */
    public List<Finding> rules(List<String> origins) {
        S3Looks looks = new S3Looks(client, settings);
        return List.of(looks.cors(origins), looks.lifecycle());
    }

    /** Looks whether anybody gets at the bucket without credentials, as far as the store tells. */
    public Finding privacy() {
        return new S3Looks(client, settings).privacy();
    }

    /**
     * Lets browsers on these pages put direct uploads.
     *
     * @param origins such as {@code https://photos.example.org}; without any, the bucket stays as it is
     */
    public Finding cors(List<String> origins) {
        if (origins.isEmpty()) {
            return new Finding("let web pages upload directly", "s3:PutBucketCORS", Outcome.SKIPPED, "no web origins are set");
        }
        return tried("let web pages upload directly", "s3:PutBucketCORS", () -> {
            List<CORSRule> others = client.getBucketCors(request -> request.bucket(settings.bucket())).corsRules();
            return putCors(others, origins);
        }, () -> putCors(List.of(), origins));
    }

    private Object putCors(List<CORSRule> there, List<String> origins) {
        CORSRule ours = CORSRule.builder().id(RULE).allowedOrigins(origins).allowedMethods("PUT", "GET", "HEAD").allowedHeaders("*")
                .exposeHeaders("ETag").maxAgeSeconds(CORS_SECONDS).build();
        List<CORSRule> all = Stream.concat(there.stream().filter(rule -> !RULE.equals(rule.id())), Stream.of(ours)).toList();
        return client.putBucketCors(request -> request.bucket(settings.bucket()).corsConfiguration(cors -> cors.corsRules(all)));
    }

    /** Has the bucket abort uploads in parts that nobody ends. */
    public Finding lifecycle() {
        return tried("abort stale uploads in parts", "s3:PutLifecycleConfiguration", () -> {
            List<LifecycleRule> others = client.getBucketLifecycleConfiguration(request -> request.bucket(settings.bucket())).rules();
            return putLifecycle(others);
        }, () -> putLifecycle(List.of()));
    }

    private Object putLifecycle(List<LifecycleRule> there) {
        LifecycleRule ours = LifecycleRule.builder().id(RULE).status(ExpirationStatus.ENABLED)
                .filter(filter -> filter.prefix(settings.prefix()))
                .abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation(ABORT_AFTER_DAYS)).build();
        List<LifecycleRule> all = Stream.concat(there.stream().filter(rule -> !RULE.equals(rule.id())), Stream.of(ours)).toList();
        return client.putBucketLifecycleConfiguration(
                request -> request.bucket(settings.bucket()).lifecycleConfiguration(rules -> rules.rules(all)));
    }

    private static Finding tried(String what, String permission, Supplier<?> attempt) {
        return tried(what, permission, attempt, Optional.empty());
    }

    /** @param withoutAny what to do where the bucket has no rules yet */
    private static Finding tried(String what, String permission, Supplier<?> attempt, Supplier<?> withoutAny) {
        return tried(what, permission, () -> {
            try {
                return attempt.get();
            } catch (S3Exception e) {
                if (e.statusCode() == NOT_FOUND && String.valueOf(e.awsErrorDetails().errorCode()).startsWith("NoSuch")
                        && !"NoSuchBucket".equals(e.awsErrorDetails().errorCode())) {
                    return withoutAny.get();
                }
                throw e;
            }
        });
    }

    private static Finding tried(String what, String permission, Supplier<?> attempt, Optional<Integer> goodToo) {
        try {
            attempt.get();
            return new Finding(what, permission, Outcome.OK, "");
        } catch (S3Exception e) {
            if (goodToo.filter(status -> status == e.statusCode()).isPresent()) {
                return new Finding(what, permission, Outcome.OK, "");
            }
            Outcome outcome = switch (e.statusCode()) {
                case FORBIDDEN -> Outcome.MISSING;
                case NOT_IMPLEMENTED -> Outcome.UNSUPPORTED;
                default -> Outcome.FAILED;
            };
            return new Finding(what, permission, outcome, String.valueOf(e.getMessage()));
        } catch (SdkException e) {
            return new Finding(what, permission, Outcome.FAILED, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
