package dev.albumen.aws.job;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** ElasticMQ in this JVM, on a free port. It does not check signatures. */
public final class LocalSqs implements AutoCloseable {

    public static final AwsCredentialsProvider ANYBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local-access-key", "local-secret-key"));

    private final SQSRestServer server;
    private final URI endpoint;
    private final SqsClient client;

    private LocalSqs(SQSRestServer server) {
        this.server = server;
        this.endpoint = URI.create("http://127.0.0.1:" + server.waitUntilStarted().localAddress().getPort());
        this.client = SqsConnection.open(new SqsSettings(endpoint, "us-east-1", endpoint), ANYBODY, Duration.ofSeconds(20));
    }

    public static LocalSqs start() {
        for (String talkative : new String[] {"org.elasticmq", "org.apache.pekko"}) {
            ((Logger) LoggerFactory.getLogger(talkative)).setLevel(Level.WARN);
        }
        return new LocalSqs(SQSRestServerBuilder.withInterface("127.0.0.1").withPort(0).start());
    }

    public URI endpoint() {
        return endpoint;
    }

    /** Makes a queue and says how to reach it. */
    public SqsSettings newQueue() {
        SqsSettings queue = new SqsSettings(URI.create(endpoint + "/000000000000/queue-" + UUID.randomUUID()), "us-east-1", endpoint);
        make(queue);
        return queue;
    }

    void make(SqsSettings queue) {
        String path = queue.queueUrl().getPath();
        client.createQueue(request -> request.queueName(path.substring(path.lastIndexOf('/') + 1)));
    }

    public void send(SqsSettings queue, String body) {
        client.sendMessage(request -> request.queueUrl(queue.queueUrl().toString()).messageBody(body));
    }

    /** How many messages it holds, taken or not. */
    public int held(SqsSettings queue) {
        return client.getQueueAttributes(request -> request.queueUrl(queue.queueUrl().toString())
                        .attributeNames(QueueAttributeName.ALL)).attributes().entrySet().stream()
                .filter(entry -> entry.getKey().toString().startsWith("ApproximateNumberOfMessages"))
                .mapToInt(entry -> Integer.parseInt(entry.getValue()))
                .sum();
    }

    @Override
    public void close() {
        client.close();
        server.stopAndWait();
    }
}
