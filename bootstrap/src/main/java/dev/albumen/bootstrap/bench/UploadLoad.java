package dev.albumen.bootstrap.bench;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Several clients that send photographs, and then wait until all of them are ready. */
public record UploadLoad(Account account, List<Photo> photos, int clients) {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long PAUSE_NANOS = 20_000_000;

    /** Measures to the answer, and to the last picture being ready. */
    List<Figure> measure(int count) {
        Histogram latencies = new ConcurrentHistogram(GetLoad.DIGITS);
        long began = System.nanoTime();
        Queue<String> ids = send(count, "", latencies);
        double answered = (System.nanoTime() - began) / 1e9;
        long failed = untilReady(ids);
        double ready = (System.nanoTime() - began) / 1e9;
        return List.of(
                Figure.rate("upload-to-201", "uploads/s", latencies, answered, 0),
                new Figure("upload-to-ready", count / ready, "pictures/s", null, failed));
    }

    /** Sends so many, into an album where one is named, and waits until they are ready. */
    public void fill(int count, String albumId) {
        untilReady(send(count, albumId, new ConcurrentHistogram(GetLoad.DIGITS)));
    }

    private Queue<String> send(int count, String albumId, Histogram latencies) {
        Queue<String> ids = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger();
        Clients.run(clients, () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                Form form = new Form(photos.get(i % photos.size()), albumId);
                long began = System.nanoTime();
                ids.add(account.upload(form).path("id").asText());
                latencies.recordValue((System.nanoTime() - began) / 1000);
            }
        });
        return ids;
    }

    /** Asks for one at a time, so that asking costs next to nothing. Returns how many failed. */
    private long untilReady(Queue<String> ids) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long failed = 0;
        for (String id : ids) {
            String status = account.get("images/" + id).path("status").asText();
            while (!status.equals("ready") && !status.equals("failed")) {
                if (System.nanoTime() > end) {
                    throw new BenchFailed("After " + PATIENCE.toMinutes() + " minutes the image " + id + " is still " + status);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
                status = account.get("images/" + id).path("status").asText();
            }
            failed += status.equals("failed") ? 1 : 0;
        }
        return failed;
    }
}
