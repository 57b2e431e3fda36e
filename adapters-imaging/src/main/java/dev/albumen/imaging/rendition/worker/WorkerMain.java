package dev.albumen.imaging.rendition.worker;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.application.shared.DependencyException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;

/**
 * A worker's process: takes tasks from stdin and answers on stdout, one after the other, until stdin ends. That happens
 * too when the service is killed, because the system closes its pipes.
 */
public final class WorkerMain {

    private static final Path OOM_SCORE = Path.of("/proc/self/oom_score_adj");
    /** Where memory runs out, the system takes a worker before the service or the database. */
    private static final String TAKE_ME_FIRST = "800";

    private final Renderer renderer;
    private final OutputStream answers;

    private WorkerMain(Renderer renderer, OutputStream answers) {
        this.renderer = renderer;
        this.answers = answers;
    }

    /** @param arguments the class of the {@link HostedEngine}, and its own arguments */
    public static void main(String[] arguments) throws Exception {
        OutputStream answers = new FileOutputStream(FileDescriptor.out);
        InputStream tasks = new BufferedInputStream(System.in);
        // What libraries print must not get among the answers.
        System.setOut(System.err);
        offerToDie();
        List<String> given = List.of(arguments);
        HostedEngine engine = (HostedEngine) Class.forName(given.getFirst()).getConstructor().newInstance();
        HostedEngine.Hosted hosted = opened(engine, given.subList(1, given.size()), answers);
        new WorkerMain(hosted.renderer(), answers).serve(tasks, hosted.facts());
    }

    /** Tells why an engine does not open: for one that is only tried, that is an answer and no accident. */
    private static HostedEngine.Hosted opened(HostedEngine engine, List<String> arguments, OutputStream answers) throws IOException {
        try {
            return engine.open(arguments);
        } catch (Exception | LinkageError e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            Frames.write(out -> Answer.write(new Answer.Unavailable(reason), out), answers);
            Runtime.getRuntime().halt(1);
            throw new IllegalStateException(e);
        }
    }

    private static void offerToDie() {
        try {
            if (Files.exists(OOM_SCORE)) {
                Files.writeString(OOM_SCORE, TAKE_ME_FIRST);
            }
        } catch (IOException e) {
            System.err.println("the worker counts as much as others where memory runs out: " + e);
        }
    }

    private void serve(InputStream tasks, EngineFacts facts) throws IOException, InterruptedException {
        BlockingQueue<DataInputStream> next = new SynchronousQueue<>();
        Thread.ofPlatform().daemon().name("tasks").start(() -> forward(tasks, next));
        answer(new Answer.Hello(facts));
        while (true) {
            answer(outcome(next.take()));
        }
    }

    /** Reads on while a picture is in work, so that the end of the service is noticed at once. */
    private static void forward(InputStream tasks, BlockingQueue<DataInputStream> next) {
        try {
            while (true) {
                next.put(Frames.read(tasks));
            }
        } catch (IOException | InterruptedException e) {
            Runtime.getRuntime().halt(0);
        }
    }

    private Answer outcome(DataInputStream message) {
        try {
            return switch (Task.read(message)) {
                case Task.Render(var original, var mediaType, var into) ->
                    new Answer.Done(renderer.render(original, mediaType, into));
                case Task.Derive(var source, var mediaType, var recipe, var into) ->
                    new Answer.Derived(renderer.derive(source, mediaType, recipe, into));
            };
        } catch (Renderer.UndecodableException e) {
            return new Answer.Undecodable(e.getMessage());
        } catch (DependencyException e) {
            return new Answer.Unavailable(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            return new Answer.Undecodable("The picture needs more memory than there is.");
        } catch (Exception | Error e) {
            e.printStackTrace();
            return new Answer.Failed(e.toString());
        }
    }

    private void answer(Answer answer) throws IOException {
        Frames.write(out -> Answer.write(answer, out), answers);
    }
}
