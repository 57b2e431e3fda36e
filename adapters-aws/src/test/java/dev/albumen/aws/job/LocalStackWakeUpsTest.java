package dev.albumen.aws.job;

import dev.albumen.application.job.WakeUps;
import dev.albumen.application.job.WakeUpsContract;
import dev.albumen.aws.storage.LocalStack;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The contract on LocalStack's SQS. Needs a container engine; skipped where there is none. */
@Testcontainers(disabledWithoutDocker = true)
class LocalStackWakeUpsTest extends WakeUpsContract {

    @Container
    private static final LocalStack SERVER = new LocalStack();

    private SqsSettings queue;
    private final List<SqsWakeUps> nodes = new ArrayList<>();

    @BeforeEach
    void makeQueue() {
        SqsSettings any = new SqsSettings(SERVER.endpoint(), LocalStack.REGION, SERVER.endpoint());
        try (SqsClient client = SqsConnection.open(any, LocalStack.CREDENTIALS, Duration.ofSeconds(20))) {
            String url = client.createQueue(request -> request.queueName("queue-" + UUID.randomUUID())).queueUrl();
            queue = new SqsSettings(URI.create(url), LocalStack.REGION, SERVER.endpoint());
        }
    }

    @AfterEach
    void closeNodes() throws InterruptedException {
        for (SqsWakeUps node : nodes) {
            node.close();
        }
    }

    @Override
    protected WakeUps wakeUps() {
        SqsWakeUps node = new SqsWakeUps(queue, null, LocalStack.CREDENTIALS, InstantSource.system());
        nodes.add(node);
        return node;
    }

    @Override
    protected WakeUps ofAnotherNode() {
        return wakeUps();
    }
}
