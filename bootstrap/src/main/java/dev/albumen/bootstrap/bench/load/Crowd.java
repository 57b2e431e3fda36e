package dev.albumen.bootstrap.bench.load;

import dev.albumen.bootstrap.bench.Clients;
import dev.albumen.bootstrap.bench.KeptConnection;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Clients that do one thing after the other, each on a connection of its own, and come again when they are asked to. */
record Crowd(URI service, List<Gallery> galleries) {

    /** Has so many clients at work for so long. */
    Outcome work(int clients, double time) {
        Outcome outcome = new Outcome();
        AtomicInteger numbers = new AtomicInteger();
        long began = System.nanoTime();
        long end = began + (long) (time * 1e9);
        Clients.run(clients, () -> {
            int number = numbers.getAndIncrement();
            new Client(galleries.get(number % galleries.size()), new SplittableRandom(number), outcome, end).work();
        });
        return outcome.lasting((System.nanoTime() - began) / 1e9);
    }

    private final class Client {

        private final Gallery gallery;
        private final SplittableRandom random;
        private final Outcome outcome;
        private final long end;
        private @Nullable KeptConnection connection;

        private Client(Gallery gallery, SplittableRandom random, Outcome outcome, long end) {
            this.gallery = gallery;
            this.random = random;
            this.outcome = outcome;
            this.end = end;
        }

        void work() {
            while (System.nanoTime() < end) {
                act(Deed.of(random.nextInt(100)));
            }
            hangUp();
        }

        private void act(Deed deed) {
            byte[] request = gallery.request(deed, random);
            long began = System.nanoTime();
            try {
                KeptConnection open = connected();
                int status = open.exchange(request);
                int retryAfter = open.retryAfterSeconds();
                outcome.answered(deed, status, retryAfter, System.nanoTime() - began);
                if (open.isOver()) {
                    hangUp();
                }
                if (retryAfter > 0) {
                    pause(retryAfter + random.nextDouble());
                }
            } catch (IOException e) {
                outcome.broke(deed);
                hangUp();
            }
        }

        private KeptConnection connected() throws IOException {
            KeptConnection open = connection;
            if (open == null) {
                open = new KeptConnection(service);
                connection = open;
            }
            return open;
        }

        private void pause(double seconds) {
            long until = Math.min(end, System.nanoTime() + (long) (seconds * 1e9));
            for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }

        private void hangUp() {
            KeptConnection closed = connection;
            connection = null;
            try {
                if (closed != null) {
                    closed.close();
                }
            } catch (IOException e) {
                // it is of no more use anyway
            }
        }
    }
}
