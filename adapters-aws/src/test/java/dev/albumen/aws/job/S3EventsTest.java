package dev.albumen.aws.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.aws.storage.ChecksumMode;
import dev.albumen.aws.storage.S3Settings;
import dev.albumen.domain.shared.UploadId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class S3EventsTest {

    static final UploadId ID = new UploadId(UUID.fromString("0190a1de-7c00-7000-8000-000000000001"));
    private static final S3Settings BUCKET =
            new S3Settings("pictures", "us-east-1", null, false, ChecksumMode.WHEN_SUPPORTED, null, null, "our photos");

    /** As S3 sends it, shortened by what is not looked at. */
    static String event(String name, String bucket, String key) {
        return """
                {"Records": [{"eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "us-east-1",
                  "eventTime": "2026-01-02T12:00:00.000Z", "eventName": "%s",
                  "s3": {"s3SchemaVersion": "1.0", "bucket": {"name": "%s", "arn": "arn:aws:s3:::%s"},
                         "object": {"key": "%s", "size": 1024, "eTag": "d41d8cd9"}}}]}
                """.formatted(name, bucket, bucket, key);
    }

    @Test
    void findsAnUploadThatHasArrived() {
        assertThat(S3Events.uploads(event("ObjectCreated:Put", "pictures", "our+photos/uploads/" + ID), BUCKET)).containsExactly(ID);
        assertThat(S3Events.uploads(event("ObjectCreated:Post", "pictures", "our%20photos%2Fuploads%2F" + ID), BUCKET)).containsExactly(ID);
    }

    @Test
    void findsItInWhatSnsPassesOn() {
        String inner = event("ObjectCreated:Put", "pictures", "our+photos/uploads/" + ID).replace("\"", "\\\"").replace("\n", "\\n");
        String wrapped = "{\"Type\": \"Notification\", \"TopicArn\": \"arn:aws:sns:us-east-1:1:t\", \"Message\": \"" + inner + "\"}";

        assertThat(S3Events.uploads(wrapped, BUCKET)).containsExactly(ID);
    }

    @Test
    void ignoresWhatIsOfNoneOfOurUploads() {
        String key = "our+photos/uploads/" + ID;
        assertThat(S3Events.uploads(event("ObjectRemoved:Delete", "pictures", key), BUCKET)).isEmpty();
        assertThat(S3Events.uploads(event("ObjectCreated:Put", "others", key), BUCKET)).isEmpty();
        for (String other : new String[] {
            "uploads/" + ID, "our+photos/originals/" + ID, key + "/0190a1de-7c00-7000-8000-000000000002", key.toUpperCase(),
            "our+photos/uploads/1-1-1-1-1", "our+photos/uploads/", "our+photos/uploads/..%2F..%2Foriginals", "%"}) {
            assertThat(S3Events.uploads(event("ObjectCreated:Put", "pictures", other), BUCKET)).as(other).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "jobs", "{", "[]", "null", "{\"Records\": 7}", "{\"Records\": [null, 1, {}, {\"s3\": 4, \"eventName\": \"ObjectCreated:Put\"}]}",
        "{\"Type\": \"Notification\"}", "{\"Type\": \"Notification\", \"Message\": \"{\"}", "{\"Type\": \"Notification\", \"Message\": {}}",
        "{\"Service\": \"Amazon S3\", \"Event\": \"s3:TestEvent\", \"Bucket\": \"pictures\"}"})
    void ignoresWhatIsNoEvent(String message) {
        assertThat(S3Events.uploads(message, BUCKET)).isEmpty();
    }
}
