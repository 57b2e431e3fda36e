package dev.albumen.bootstrap.imports;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.bootstrap.rerender.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Brings the pictures of a plan to a service, a few at a time. */
final class Importing {

    private final ImportClient client;
    private final Journal journal;
    private final Progress progress;
    private final PrintWriter errors;
    private final Map<String, String> albums = new HashMap<>();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final AtomicLong made = new AtomicLong();
    private final AtomicLong there = new AtomicLong();
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
        progress.end(done);
        return new Result(made.get(), there.get(), plan.pictures().size() - left.size(), left.size() - made.get() - there.get());
    }

    private void bring(ImportPlan.Picture picture) {
        if (ended.get()) {
            return;
        }
        try {
            Notes notes = Notes.of(picture);
            JsonNode image = client.upload(new ImportForm(picture.file(), album(picture.album()), notes));
            describe(image, notes);
            if (notes.favorite()) {
                client.favorite(image.path("id").asText());
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

    /** An image that was there keeps what its owner has said of it, and learns what they have not. */
    private void describe(JsonNode image, Notes notes) {
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
