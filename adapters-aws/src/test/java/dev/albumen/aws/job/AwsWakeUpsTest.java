package dev.albumen.aws.job;

import dev.albumen.application.job.WakeUps;
import dev.albumen.application.job.WakeUpsContract;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** The contract on a queue of Amazon's, or of the service that the variables name, which nobody else uses. */
@EnabledIfEnvironmentVariable(named = "ALBUMEN_TEST_AWS_QUEUE", matches = ".+")
class AwsWakeUpsTest extends WakeUpsContract {

    private final SqsSettings queue = new SqsSettings(URI.create(String.valueOf(System.getenv("ALBUMEN_TEST_AWS_QUEUE"))),
            System.getenv().getOrDefault("ALBUMEN_TEST_AWS_REGION", "us-east-1"), endpoint());
    private final List<SqsWakeUps> nodes = new ArrayList<>();

    private static @Nullable URI endpoint() {
        return Optional.ofNullable(System.getenv("ALBUMEN_TEST_AWS_ENDPOINT")).map(URI::create).orElse(null);
    }

    @AfterEach
    void closeNodes() throws InterruptedException {
        for (SqsWakeUps node : nodes) {
            node.close();
        }
    }

    @Override
    protected WakeUps wakeUps() {
        SqsWakeUps node = new SqsWakeUps(queue, null, DefaultCredentialsProvider.create(), InstantSource.system());
        nodes.add(node);
        return node;
    }

    @Override
    protected WakeUps ofAnotherNode() {
        return wakeUps();
    }
}
