package dev.albumen.bootstrap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.transfer.ImportPlan;
import dev.albumen.application.transfer.ImportedFile;
import dev.albumen.application.transfer.PictureNotes;
import dev.albumen.bootstrap.rerender.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Brings the pictures of a plan to a service, a few at a time. */
final class Importing {

    /** More does not go into a form. */
    private static final long LARGE_BYTES = 20L << 20;
    private static final Map<String, String> TYPES = Map.of("jpg", "image/jpeg", "tif", "image/tiff", "heif", "image/heic",
            "mp4", "video/mp4", "m4v", "video/mp4", "mov", "video/quicktime", "webm", "video/webm");
    /** How long is waited for images to be looked at, all of them. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ImportClient client;
    private final Journal journal;
    private final Progress progress;
    private final PrintWriter errors;
    private final Map<String, String> albums = new HashMap<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicLong made = new AtomicLong();
    private final AtomicLong there = new AtomicLong();
    private final Queue<Map.Entry<String, Instant>> dated = new ConcurrentLinkedQueue<>();
    private long done;

    Importing(ImportClient client, Journal journal, Progress progress, PrintWriter errors) {
        this.client = client;
        this.journal = journal;
        this.progress = progress;
        this.errors = errors;
    }

    /**
     * @param made new images
     * @param there images that the account had already
     * @param skipped imported before, as the journal says
     * @param failed not imported
     */
    record Result(long made, long there, long skipped, long failed) {}

    Result run(ImportPlan plan, int atOnce) throws InterruptedException {
        List<ImportPlan.Picture> left = plan.pictures().stream().filter(picture -> !journal.has(picture)).toList();
        progress.begin(left.size(), left.isEmpty() ? "Nothing is left to import." : left.size() + " pictures to import");
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<Future<?>> all = new ArrayList<>();
            left.forEach(picture -> all.add(threads.submit(() -> bring(picture))));
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        date();
        progress.end(done);
        return new Result(made.get(), there.get(), plan.pictures().size() - left.size(), left.size() - made.get() - there.get());
    }

    private void bring(ImportPlan.Picture picture) {
        if (ended.get()) {
            return;
        }
        try {
            PictureNotes notes = Notes.of(picture);
            JsonNode image = uploaded(picture, notes);
            describe(image, notes);
            if (notes.favorite()) {
                client.favorite(image.path("id").asText());
            }
            if (notes.takenAt() != null) {
                dated.add(Map.entry(image.path("id").asText(), notes.takenAt()));
            }
            journal.note(picture);
            (image.path("duplicate").asBoolean() ? there : made).incrementAndGet();
        } catch (ImportFailed e) {
            tell(picture, e.getMessage());
            ended.compareAndSet(false, e.forAll());
        } catch (IOException | UncheckedIOException e) {
            tell(picture, e.toString());
        }
        advance();
    }

    private JsonNode uploaded(ImportPlan.Picture picture, PictureNotes notes) {
        ImportedFile file = picture.file();
        if (file.byteSize() <= LARGE_BYTES) {
            return client.upload(new ImportForm(file, album(picture.album()), notes));
        }
        String ending = file.name().substring(file.name().lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        JsonNode image = client.uploadLarge(file, TYPES.getOrDefault(ending, "image/" + ending), album(picture.album()));
        notes.tags().forEach(tag -> client.tag(image.path("id").asText(), tag.value()));
        return image;
    }

    /** Says when pictures were taken whose files do not; that is known when they have been looked at. */
    private void date() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Map.Entry<String, Instant> one : dated) {
            try {
                JsonNode image = client.image(one.getKey());
                while (image.path("status").asText().matches("pending|processing") && System.nanoTime() < end) {
                    Thread.sleep(PAUSE);
                    image = client.image(one.getKey());
                }
                if (image.path("takenAt").isNull() && image.path("status").asText().equals("ready")) {
                    client.describe(one.getKey(), Map.of("takenAt", one.getValue().toString()));
                }
            } catch (ImportFailed e) {
                errors.println("The time of image " + one.getKey() + ": " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** An image that was there keeps what its owner has said of it, and learns what they have not. */
    private void describe(JsonNode image, PictureNotes notes) {
        Map<String, String> unsaid = new HashMap<>(Map.of("title", notes.title(), "description", notes.description()));
        unsaid.entrySet().removeIf(field -> field.getValue().isEmpty() || !image.path(field.getKey()).asText("").isEmpty());
        if (!unsaid.isEmpty()) {
            client.describe(image.path("id").asText(), unsaid);
        }
    }

    private String album(String title) {
        synchronized (albums) {
            return title.isEmpty() ? "" : albums.computeIfAbsent(title, client::album);
        }
    }

    private synchronized void advance() {
        progress.at(++done);
    }

    private synchronized void tell(ImportPlan.Picture picture, String why) {
        errors.println(picture.file().path() + ": " + why);
        errors.flush();
    }
}
