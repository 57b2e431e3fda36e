package dev.albumen.aws.job;

import dev.albumen.application.job.WakeUps;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.shared.UploadId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Hints by a queue: each goes to one node that has room, which passes it on where that room was not enough. The same queue
 * may tell of uploads that have arrived in the store.
 */
public final class SqsWakeUps implements WakeUps, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SqsWakeUps.class);
    private static final String HINT = "{\"albumen\": \"jobs\"}";
    private static final Duration TELLING = Duration.ofSeconds(5);
    private static final int WAIT_SECONDS = 20;
    private static final int MOST_MESSAGES = 10;
    private static final Duration LONGEST_HIDDEN = Duration.ofHours(12);
    private static final long NO_ROOM_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SHORTEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final String queue;
    private final @Nullable Arrivals arrivals;
    private final InstantSource clock;
    private final SqsClient sqs;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Thread thread;
    private volatile boolean closed;

    /**
     * @param arrivals what the queue tells of beside jobs; {@code null} for nothing
     * @param credentials those that the SDK finds
     */
    public SqsWakeUps(SqsSettings settings, @Nullable Arrivals arrivals, AwsCredentialsProvider credentials, InstantSource clock) {
        this.queue = settings.queueUrl().toString();
        this.arrivals = arrivals;
        this.clock = clock;
        this.sqs = SqsConnection.open(settings, credentials, Duration.ofSeconds(WAIT_SECONDS));
    }

    @Override
    public void tell() {
        try {
            sqs.sendMessage(message -> message.queueUrl(queue).messageBody(HINT)
                    .overrideConfiguration(request -> request.apiCallTimeout(TELLING)));
        } catch (SdkException e) {
            throw new DependencyException("the queue takes no hint", e);
        }
    }

    @Override
    public Listening listen(Listener listener) {
        listeners.add(listener);
        begin();
        return () -> listeners.remove(listener);
    }

    private synchronized void begin() {
        if (thread == null && !closed) {
            thread = Thread.ofPlatform().daemon().name("sqs").start(this::receive);
        }
    }

    private void receive() {
        long pause = SHORTEST_PAUSE_NANOS;
        while (!closed) {
            if (listeners.stream().noneMatch(Listener::hasRoom)) {
                LockSupport.parkNanos(NO_ROOM_NANOS);
                continue;
            }
            try {
                take();
                pause = SHORTEST_PAUSE_NANOS;
            } catch (SdkException e) {
                if (!closed) {
                    LOG.warn("no hints from the queue until it answers; jobs are looked for all the same: {}", e.getMessage());
                    LockSupport.parkNanos(pause);
                    pause = Math.min(LONGEST_PAUSE_NANOS, 2 * pause);
                }
            }
        }
    }

    private void take() {
        List<Message> messages = sqs.receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(WAIT_SECONDS)
                .maxNumberOfMessages(arrivals == null ? 1 : MOST_MESSAGES)
                .messageSystemAttributeNames(MessageSystemAttributeName.SENT_TIMESTAMP)).messages();
        for (Message message : messages) {
            if (message.body().equals(HINT)) {
                hinted(message);
            } else {
                arrived(message);
            }
        }
    }

    /** Where every hand is full by now, the hint is left to a node that listens, and this one does not until it has room. */
    private void hinted(Message hint) {
        List<Listener> idle = listeners.stream().filter(Listener::hasRoom).toList();
        if (idle.isEmpty()) {
            hide(hint, 0);
        } else {
            idle.forEach(Listener::told);
            delete(hint);
        }
    }

    /**
     * A message comes back after a while unless it is deleted, on any node: that is all the waiting there is. Nothing here takes
     * long, since hints and other messages are behind it.
     */
    private void arrived(Message message) {
        Set<UploadId> uploads = arrivals == null ? Set.of() : S3Events.uploads(message.body(), arrivals.bucket());
        if (arrivals == null || uploads.isEmpty()) {
            LOG.debug("a message that is of no use: {}", message.messageId());
            delete(message);
            return;
        }
        Duration early = Duration.between(clock.instant(), sentAt(message).plus(arrivals.patience()));
        if (early.isPositive()) {
            hide(message, early);
            return;
        }
        try {
            uploads.forEach(arrivals.arrived());
            delete(message);
        } catch (SdkException e) {
            throw e;
        } catch (RuntimeException failed) {
            LOG.warn("uploads that have arrived are tried again later", failed);
        }
    }

    private Instant sentAt(Message message) {
        return Optional.ofNullable(message.attributes().get(MessageSystemAttributeName.SENT_TIMESTAMP))
                .map(millis -> Instant.ofEpochMilli(Long.parseLong(millis)))
                .orElseGet(clock::instant);
    }

    private void hide(Message message, Duration time) {
        hide(message, (int) Math.min(LONGEST_HIDDEN.toSeconds(), Math.max(1, time.plusMillis(999).toSeconds())));
    }

    private void hide(Message message, int seconds) {
        sqs.changeMessageVisibility(
                request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()).visibilityTimeout(seconds));
    }

    private void delete(Message message) {
        sqs.deleteMessage(request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));
    }

    /** A wait for messages ends with it. */
    @Override
    public void close() throws InterruptedException {
        closed = true;
        Thread running;
        synchronized (this) {
            running = thread;
        }
        if (running != null) {
            running.interrupt();
            running.join(TELLING);
        }
        sqs.close();
    }
}
