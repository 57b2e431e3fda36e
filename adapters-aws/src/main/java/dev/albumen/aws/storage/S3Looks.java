package dev.albumen.aws.storage;

import dev.albumen.aws.storage.S3Setup.Finding;
import dev.albumen.aws.storage.S3Setup.Outcome;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.LifecycleRule;
import software.amazon.awssdk.services.s3.model.PolicyStatus;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Looks at how a bucket is set up and changes nothing. What these credentials may not see, or the store has no word for, is
 * passed over: the service does not need to see it.
 */
record S3Looks(S3Client client, S3Settings settings) {

    private static final String EVERYBODY = "http://acs.amazonaws.com/groups/global/";
    private static final int NOT_FOUND = 404;
    private static final int SERVERS_FAULT = 500;
    private static final int NOT_IMPLEMENTED = 501;

    /** {@code NOTHING}: the bucket has nothing of the kind. {@code UNKNOWN}: the store does not tell. */
    private enum Said { YES, NO, NOTHING, UNKNOWN }

    /** Whether pages of these origins may upload. */
    Finding cors(List<String> origins) {
        String what = "let web pages upload directly";
        String permission = "s3:GetBucketCORS";
        if (origins.isEmpty()) {
            return new Finding(what, permission, Outcome.SKIPPED, "no web origins are set");
        }
        return finding(what, permission, () -> ruled(asked(() -> {
            List<CORSRule> rules = client.getBucketCors(request -> request.bucket(settings.bucket())).corsRules();
            return origins.stream().allMatch(origin -> rules.stream().anyMatch(rule -> lets(rule, origin)));
        })), "no rule does; run s3 init");
    }

    private static boolean lets(CORSRule rule, String origin) {
        return rule.allowedMethods().contains("PUT") && (rule.allowedOrigins().contains(origin) || rule.allowedOrigins().contains("*"));
    }

    /** Whether uploads in parts that nobody ends are aborted. */
    Finding lifecycle() {
        return finding("abort stale uploads in parts", "s3:GetLifecycleConfiguration", () -> ruled(asked(() ->
                client.getBucketLifecycleConfiguration(request -> request.bucket(settings.bucket())).rules().stream().anyMatch(this::aborts))),
                "no rule does; run s3 init");
    }

    private boolean aborts(LifecycleRule rule) {
        String prefix = rule.filter() == null ? rule.prefix() : rule.filter().prefix();
        return rule.status() == ExpirationStatus.ENABLED && rule.abortIncompleteMultipartUpload() != null
                && (prefix == null || settings.prefix().startsWith(prefix));
    }

    private static Said ruled(Said said) {
        return said == Said.NOTHING ? Said.NO : said;
    }

    /** Whether nobody gets in without credentials. */
    Finding privacy() {
        return finding("keep the bucket from the public", "s3:GetBucketPolicyStatus", () -> {
            if (asked(() -> blocksAll(client.getPublicAccessBlock(request -> request.bucket(settings.bucket())).publicAccessBlockConfiguration()))
                    == Said.YES) {
                return Said.YES;
            }
            Said policy = asked(() -> isPublic(client.getBucketPolicyStatus(request -> request.bucket(settings.bucket())).policyStatus()));
            Said list = asked(() -> client.getBucketAcl(request -> request.bucket(settings.bucket())).grants().stream().anyMatch(S3Looks::isToAll));
            if (policy == Said.YES || list == Said.YES) {
                return Said.NO;
            }
            return policy == Said.UNKNOWN || list == Said.UNKNOWN ? Said.UNKNOWN : Said.YES;
        }, "its policy or its access control list lets everybody in");
    }

    private static @Nullable Boolean blocksAll(@Nullable PublicAccessBlockConfiguration block) {
        return block == null ? null : block.blockPublicAcls() && block.ignorePublicAcls() && block.blockPublicPolicy() && block.restrictPublicBuckets();
    }

    private static @Nullable Boolean isPublic(@Nullable PolicyStatus status) {
        return status == null ? null : status.isPublic();
    }

    private static boolean isToAll(Grant grant) {
        return grant.grantee() != null && String.valueOf(grant.grantee().uri()).startsWith(EVERYBODY);
    }

    private static Finding finding(String what, String permission, Supplier<Said> look, String otherwise) {
        try {
            return switch (look.get()) {
                case YES -> new Finding(what, permission, Outcome.OK, "");
                case NO, NOTHING -> new Finding(what, permission, Outcome.FAILED, otherwise);
                case UNKNOWN -> new Finding(what, permission, Outcome.SKIPPED, "the store does not tell these credentials how it is");
            };
        } catch (SdkException e) {
            return new Finding(what, permission, Outcome.FAILED, String.valueOf(e.getMessage()));
        }
    }

    private static Said asked(Supplier<@Nullable Boolean> look) {
        try {
            Boolean so = look.get();
            return so == null ? Said.UNKNOWN : so ? Said.YES : Said.NO;
        } catch (S3Exception e) {
            String code = e.awsErrorDetails() == null ? "" : String.valueOf(e.awsErrorDetails().errorCode());
            if (code.equals("NoSuchBucket") || e.statusCode() >= SERVERS_FAULT && e.statusCode() != NOT_IMPLEMENTED) {
                throw e;
            }
            return e.statusCode() == NOT_FOUND && code.startsWith("NoSuch") ? Said.NOTHING : Said.UNKNOWN;
        }
    }
}
