package dev.albumen.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.albumen.application.image.Pictures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 of the processes that make pictures, at random, while many are uploaded. The numbers are small where time is
 * short: {@code -Dalbumen.test.uploads=500 -Dalbumen.test.kills=100} is the full round.
 */
class WorkerCrashIT {

    private static final int UPLOADS = Integer.getInteger("albumen.test.uploads", 60);
    private static final int KILLS = Integer.getInteger("albumen.test.kills", 15);
    private static final int UPLOADERS = 4;
    private static final long SEED = 11;
    private static final Pattern TASKS = Pattern.compile("(?m)^albumen_imaging_tasks_seconds_count(?:\\{.*})? (\\S+)$");
    private static final Pattern ENDED = Pattern.compile("(?m)^albumen_imaging_workers_ended_total\\{(.*)} (\\S+)$");

    private final Random random = new Random(SEED);

    @TempDir
    Path home;

    @Test
    @Timeout(1800)
    void everyPictureEndsReady() throws Exception {
        try (AlbumenProcess albumen = AlbumenProcess.start(home, Map.of());
                ExecutorService threads = Executors.newFixedThreadPool(UPLOADERS)) {
            Client ada = Client.of(albumen.awaitReady()).register("ada");
            List<Future<String>> ids = new ArrayList<>();
            for (int i = 0; i < UPLOADS; i++) {
                int number = i;
                ids.add(threads.submit(() -> ada.upload(number + ".jpg", picture(number)).expect(201).at("id")));
            }
            int killed = 0;
            // Where nothing is left to be made, no worker is started any more.
            while (killed < KILLS && !areOver(ada, ids)) {
                if (tasks(ada) >= killed * UPLOADS / KILLS) {
                    LockSupport.parkNanos(random.nextLong(Duration.ofMillis(300).toNanos()));
                    killed += killOne(albumen);
                } else {
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                }
            }
            for (Future<String> id : ids) {
                assertThat(ada.settled(id.get()).path("status").asText()).as(id.get()).isEqualTo("ready");
            }
            assertThat(ended(ada, "outside")).isBetween(KILLS / 2.0, (double) KILLS);
            assertThat(ended(ada, "crashed") + ended(ada, "rubbish") + ended(ada, "time") + ended(ada, "memory")).isZero();
        }
    }

    /** Whether all pictures are made, or given up. The last are over last. */
    private static boolean areOver(Client client, List<Future<String>> ids) {
        return ids.reversed().stream().allMatch(id -> id.isDone()
                && !client.get("images/" + id.resultNow()).expect(200).at("status").matches("pending|processing"));
    }

    /** Each one of its own, or it would not be worked on. */
    private static byte[] picture(int number) {
        return Pictures.jpeg(1400 + number % 50, 1000 + number / 50);
    }

    /** How many pictures were made, over all of which the kills are spread; less than none where that is not counted yet. */
    private static double tasks(Client client) {
        Matcher matcher = TASKS.matcher(metrics(client));
        return matcher.find() ? Double.parseDouble(matcher.group(1)) : -1;
    }

    private int killOne(AlbumenProcess albumen) {
        List<ProcessHandle> workers = ProcessHandle.of(albumen.pid()).orElseThrow().children()
                .filter(child -> child.info().commandLine().orElse("").contains("WorkerMain"))
                .toList();
        return !workers.isEmpty() && workers.get(random.nextInt(workers.size())).destroyForcibly() ? 1 : 0;
    }

    private static double ended(Client client, String reason) {
        return ENDED.matcher(metrics(client)).results()
                .filter(line -> line.group(1).contains("reason=\"" + reason + "\""))
                .mapToDouble(line -> Double.parseDouble(line.group(2)))
                .sum();
    }

    private static String metrics(Client client) {
        return new String(client.get("/prometheus").expect(200).body());
    }
}
