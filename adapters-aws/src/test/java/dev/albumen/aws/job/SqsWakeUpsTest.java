package dev.albumen.aws.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.application.job.WakeUps;
import dev.albumen.application.job.WakeUpsContract;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.aws.storage.ChecksumMode;
import dev.albumen.aws.storage.S3Settings;
import dev.albumen.domain.shared.UploadId;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class SqsWakeUpsTest extends WakeUpsContract {

    private static final S3Settings BUCKET =
            new S3Settings("pictures", "us-east-1", null, false, ChecksumMode.WHEN_SUPPORTED, null, null, "");
    private static final String EVENT = S3EventsTest.event("ObjectCreated:Put", "pictures", "uploads/" + S3EventsTest.ID);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LocalSqs server;
    private SqsSettings queue;
    private final List<SqsWakeUps> nodes = new ArrayList<>();

    @BeforeAll
    void startServer() {
        server = LocalSqs.start();
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    @BeforeEach
    void makeQueue() {
        queue = server.newQueue();
    }

    @AfterEach
    void closeNodes() throws InterruptedException {
        for (SqsWakeUps node : nodes) {
            node.close();
        }
        nodes.clear();
    }

    private SqsWakeUps node(@Nullable Arrivals arrivals) {
        SqsWakeUps node = new SqsWakeUps(queue, arrivals, LocalSqs.ANYBODY, InstantSource.system());
        nodes.add(node);
        return node;
    }

    @Override
    protected WakeUps wakeUps() {
        return node(null);
    }

    @Override
    protected WakeUps ofAnotherNode() {
        return node(null);
    }

    private static void await(BooleanSupplier so) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(end);
            Thread.sleep(10);
        }
    }

    @Test
    void takesNoHintWhileItHasNoRoom() throws InterruptedException {
        List<String> told = new ArrayList<>();
        WakeUps.Listener full = new WakeUps.Listener() {
            @Override
            public boolean hasRoom() {
                return false;
            }

            @Override
            public void told() {
                told.add("in vain");
            }
        };
        Ear ear = new Ear();
        try (WakeUps.Listening busy = wakeUps().listen(full); WakeUps.Listening idle = ofAnotherNode().listen(ear)) {
            assertHears(ear, nodes.getFirst());
            await(() -> server.held(queue) == 0);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void givesAHintBackThatFoundItsHandsFullMeanwhile() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        CountDownLatch told = new CountDownLatch(1);
        WakeUps.Listener fullForAMoment = new WakeUps.Listener() {
            @Override
            public boolean hasRoom() {
                return looks.incrementAndGet() != 2; // first before it asks for messages, then with the message in its hands
            }

            @Override
            public void told() {
                told.countDown();
            }
        };
        WakeUps node = wakeUps();
        try (WakeUps.Listening listening = node.listen(fullForAMoment)) {
            node.tell();
            assertThat(told.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            await(() -> server.held(queue) == 0);
        }
    }

    @Test
    void saysSoWhereTheQueueDoesNotAnswer() {
        SqsSettings nowhere = new SqsSettings(URI.create("http://127.0.0.1:1/000000000000/none"), "us-east-1", URI.create("http://127.0.0.1:1"));
        SqsWakeUps node = new SqsWakeUps(nowhere, null, LocalSqs.ANYBODY, InstantSource.system());
        nodes.add(node);

        assertThatThrownBy(node::tell).isInstanceOf(DependencyException.class);
    }

    @Test
    void goesOnAfterAnOutage() {
        Ear ear = new Ear();
        queue = new SqsSettings(URI.create(queue.queueUrl() + "-later"), queue.region(), queue.endpoint());
        WakeUps node = wakeUps();
        try (WakeUps.Listening listening = node.listen(ear)) {
            assertThatThrownBy(node::tell).isInstanceOf(DependencyException.class);

            server.make(queue);

            assertHears(ear, node);
        }
    }

    private static Arrivals arrivals(Duration patience, Consumer<UploadId> complete) {
        return new Arrivals(BUCKET, patience, complete);
    }

    @Test
    void tellsOfAnUploadThatHasArrivedAndForgetsTheMessage() throws InterruptedException {
        BlockingQueue<UploadId> completed = new LinkedBlockingQueue<>();
        try (WakeUps.Listening listening = node(arrivals(Duration.ZERO, completed::add)).listen(new Ear())) {
            server.send(queue, EVENT);

            assertThat(completed.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(S3EventsTest.ID);
            await(() -> server.held(queue) == 0);
        }
        assertThat(completed).isEmpty();
    }

    @Test
    void givesTheClientTime() throws InterruptedException {
        BlockingQueue<Long> completed = new LinkedBlockingQueue<>();
        long sent = System.nanoTime();
        try (WakeUps.Listening listening = node(arrivals(Duration.ofSeconds(2), id -> completed.add(System.nanoTime()))).listen(new Ear())) {
            server.send(queue, EVENT);

            Long at = completed.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(at).isNotNull();
            assertThat(Duration.ofNanos(at - sent)).isGreaterThanOrEqualTo(Duration.ofMillis(1900));
        }
    }

    @Test
    void keepsTheMessageWhereNobodyCanTakeNote() throws InterruptedException {
        BlockingQueue<UploadId> tried = new LinkedBlockingQueue<>();
        Ear ear = new Ear();
        SqsWakeUps node = node(arrivals(Duration.ZERO, id -> {
            tried.add(id);
            throw new DependencyException("away");
        }));
        try (WakeUps.Listening listening = node.listen(ear)) {
            server.send(queue, EVENT);
            assertThat(tried.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(S3EventsTest.ID);

            assertHears(ear, node);
            assertThat(server.held(queue)).isPositive();
        }
    }

    @Test
    void throwsAwayWhatIsOfNoUse() throws InterruptedException {
        BlockingQueue<UploadId> completed = new LinkedBlockingQueue<>();
        try (WakeUps.Listening listening = node(arrivals(Duration.ZERO, completed::add)).listen(new Ear())) {
            server.send(queue, "no JSON");
            server.send(queue, S3EventsTest.event("ObjectCreated:Put", "others", "uploads/" + S3EventsTest.ID));

            await(() -> server.held(queue) == 0);
        }
        assertThat(completed).isEmpty();
    }
}
