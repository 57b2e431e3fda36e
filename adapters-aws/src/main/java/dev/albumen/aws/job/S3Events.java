package dev.albumen.aws.job;

import dev.albumen.application.storage.BlobKey;
import dev.albumen.aws.storage.S3Settings;
import dev.albumen.domain.shared.UploadId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonNodeParser;

/**
 * Reads what S3 says of new objects, by itself or through SNS. Whatever else a message holds counts for nothing: it may come
 * from anybody who can write to the queue.
 */
final class S3Events {

    private static final JsonNodeParser PARSER = JsonNode.parser();
    private static final String CREATED = "ObjectCreated:";

    private S3Events() {}

    /** The uploads whose bytes a message says are all in this bucket; none for a message of another kind. */
    static Set<UploadId> uploads(String message, S3Settings bucket) {
        Set<UploadId> arrived = new LinkedHashSet<>();
        try {
            for (JsonNode record : records(PARSER.parse(message))) {
                upload(record, bucket).ifPresent(arrived::add);
            }
        } catch (RuntimeException malformed) {
            // no message of ours, or not one of S3's; the parser has no exception of its own
            return Set.of();
        }
        return arrived;
    }

    private static List<JsonNode> records(JsonNode message) {
        Optional<String> wrapped = text(message, "Type").filter("Notification"::equals).flatMap(type -> text(message, "Message"));
        JsonNode event = wrapped.map(PARSER::parse).orElse(message);
        return field(event, "Records").filter(JsonNode::isArray).map(JsonNode::asArray).orElse(List.of());
    }

    private static Optional<UploadId> upload(JsonNode record, S3Settings bucket) {
        if (text(record, "eventName").filter(name -> name.startsWith(CREATED)).isEmpty()) {
            return Optional.empty();
        }
        Optional<JsonNode> where = field(record, "s3");
        boolean here = where.flatMap(s3 -> field(s3, "bucket")).flatMap(named -> text(named, "name")).filter(bucket.bucket()::equals).isPresent();
        return here ? where.flatMap(s3 -> field(s3, "object")).flatMap(named -> text(named, "key")).flatMap(key -> upload(key, bucket)) : Optional.empty();
    }

    /** Only in the very form in which addresses for uploads are handed out. */
    private static Optional<UploadId> upload(String encodedKey, S3Settings bucket) {
        String key = URLDecoder.decode(encodedKey, StandardCharsets.UTF_8);
        String folder = bucket.prefix() + BlobKey.UPLOADS;
        if (!key.startsWith(folder)) {
            return Optional.empty();
        }
        UploadId id = new UploadId(UUID.fromString(key.substring(folder.length())));
        return key.equals(bucket.prefix() + BlobKey.upload(id)) ? Optional.of(id) : Optional.empty();
    }

    private static Optional<JsonNode> field(JsonNode node, String name) {
        return node.isObject() ? node.field(name) : Optional.empty();
    }

    private static Optional<String> text(JsonNode node, String name) {
        return field(node, name).filter(JsonNode::isString).map(JsonNode::asString);
    }
}
