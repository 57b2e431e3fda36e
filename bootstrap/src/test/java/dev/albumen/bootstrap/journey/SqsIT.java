package dev.albumen.bootstrap.journey;

import static dev.albumen.bootstrap.journey.Uploading.PICTURE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.aws.job.LocalSqs;
import dev.albumen.aws.job.SqsSettings;
import dev.albumen.aws.storage.LocalS3;
import dev.albumen.aws.storage.S3Settings;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.process.Client;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node that answers clients and one that does jobs, on S3, with a queue between them. */
@TestInstance(Lifecycle.PER_CLASS)
class SqsIT {

    private static final Logger LOG = LoggerFactory.getLogger(SqsIT.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> CREDENTIALS = List.of("aws.accessKeyId", "aws.secretAccessKey");

    private LocalS3 s3;
    private LocalSqs sqs;
    private S3Settings bucket;
    private SqsSettings queue;
    private InProcess web;
    private InProcess.Node worker;
    private Client ada;

    @BeforeAll
    void start(@TempDir Path home, @TempDir Path another) throws Exception {
        s3 = LocalS3.start();
        bucket = s3.newBucket();
        sqs = LocalSqs.start();
        queue = sqs.newQueue();
        CREDENTIALS.forEach(name -> System.setProperty(name, "local-" + name));
        Map<String, String> both = new HashMap<>(Map.of(
                "ALBUMEN_STORAGE", "s3", "ALBUMEN_S3_BUCKET", bucket.bucket(), "ALBUMEN_S3_ENDPOINT", s3.endpoint().toString(),
                "ALBUMEN_S3_PATH_STYLE", "true", "ALBUMEN_S3_ACCESS_KEY_ID", LocalS3.ACCESS_KEY_ID,
                "ALBUMEN_S3_SECRET_ACCESS_KEY", LocalS3.SECRET_ACCESS_KEY, "ALBUMEN_JOBS_WAKEUP", "sqs",
                "ALBUMEN_SQS_QUEUE_URL", queue.queueUrl().toString(), "ALBUMEN_SQS_ENDPOINT", sqs.endpoint().toString()));
        both.putAll(Map.of("ALBUMEN_S3_EVENTS", "true", "ALBUMEN_S3_EVENTS_PATIENCE", "1s", "ALBUMEN_JOBS_POLL", "10m"));
        web = InProcess.start(home, with(both, "ALBUMEN_ROLES", "web"));
        worker = web.anotherNode(another, with(both, "ALBUMEN_ROLES", "worker"));
        ada = Client.of(web.address()).register("ada");
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return more;
    }

    @AfterAll
    void stop() throws Exception {
        worker.close();
        web.close();
        CREDENTIALS.forEach(System::clearProperty);
        sqs.close();
        s3.close();
    }

    @Test
    void hasJobsDoneThatNobodyWouldLookForSoSoon() {
        for (int number = 0; number < 5; number++) {
            long begun = System.nanoTime();
            String image = ada.upload("sea.jpg", Pictures.jpeg(60, 40, 70 + number)).expect(201).at("id");
            long answered = System.nanoTime();
            assertThat(ada.settled(image).path("status").asText()).isEqualTo("ready");
            LOG.info("uploaded in {} ms, worked on by another node {} ms later", (answered - begun) / 1e6, (System.nanoTime() - answered) / 1e6);
        }
    }

    @Test
    void completesAnUploadWhoseClientDoesNotComeBack() {
        JsonNode slot = ada.post("uploads", Map.of("files",
                List.of(Map.of("filename", "a.jpg", "byteSize", PICTURE.length, "mediaType", "image/jpeg")))).expect(201).json().get(0);
        String id = slot.path("uploadId").asText();
        assertThat(UploadWay.put(Client.of(web.address()), slot, PICTURE).status()).isIn(200, 204);

        sqs.send(queue, """
                {"Records": [{"eventName": "ObjectCreated:Put",
                  "s3": {"bucket": {"name": "%s"}, "object": {"key": "uploads/%s"}}}]}
                """.formatted(bucket.bucket(), id));

        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ada.get("uploads/" + id).expect(200).at("state").equals("completed")) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
        String image = ada.get("uploads/" + id).expect(200).at("imageId");
        assertThat(ada.get("images/" + image + "/original").expect(200).body()).isEqualTo(PICTURE);
        assertThat(ada.post("uploads/" + id + "/complete", "").expect(200).at("id")).as("for a client that comes late").isEqualTo(image);
    }
}
