package dev.albumen.imaging.rendition.worker;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.domain.image.Appearance;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** An engine that does what its pictures say. */
public final class FaultyEngine implements HostedEngine {

    /** What a picture can say, as the content of its file. */
    enum Deed {
        /** Answers with the id of the process, as the reason. */
        TELL_PID,
        EXIT,
        ABORT,
        HANG,
        SPIN,
        EAT_MEMORY,
        EAT_HEAP,
        PRINT_RUBBISH,
        PRINT_TO_SYSTEM_OUT,
        SHOUT,
        NAME_A_FILE_ELSEWHERE,
        THROW,
        /** Exits unless the file beside it is there, and makes it. */
        EXIT_ONCE,
        /** Is killed from outside unless the file beside it is there, and makes it. */
        KILLED_ONCE,
        KILLED
    }

    static WorkerEngine with(int heapMebibytes) {
        return new WorkerEngine(FaultyEngine.class, List.of(), List.of(), heapMebibytes, List.of());
    }

    @Override
    public Hosted open(List<String> arguments) {
        if (arguments.contains("no start")) {
            throw new IllegalStateException("this engine does not start");
        }
        return new Hosted(new Obedient(), new EngineFacts("faulty 1", Set.of(MediaType.PNG), Set.of(RenditionFormat.JPEG)));
    }

    private static final class Obedient implements Renderer {

        private static final Duration LOOKED_AT_WITHIN = Duration.ofMinutes(1);

        private final List<Object> eaten = new ArrayList<>();

        @Override
        public Rendered render(Path original, MediaType mediaType, Path into) throws UndecodableException {
            try {
                return obey(Deed.valueOf(Files.readString(original)), original, into);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Set<RenditionFormat> formats() {
            return Set.of(RenditionFormat.JPEG);
        }

        /** Dies at the first try; at the second it makes a file that is named for the number of files that it found. */
        @Override
        public Path derive(Path source, MediaType mediaType, Recipe recipe, Path into) {
            Path mark = into.resolveSibling(into.getFileName() + ".mark");
            try {
                if (Files.exists(mark)) {
                    return Files.createFile(into.resolve(into.toFile().list().length + " files"));
                }
                Files.createFile(mark);
                Files.createFile(into.resolve("half"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().halt(1);
            throw new IllegalStateException("still there");
        }

        private Rendered obey(Deed deed, Path original, Path into) throws IOException, UndecodableException {
            Path mark = original.resolveSibling(original.getFileName() + ".mark");
            if (Files.exists(mark)) {
                throw new UndecodableException("second try, in a folder of " + into.toFile().list().length + " files");
            }
            Files.writeString(into.resolve("half.jpg"), "half");
            switch (deed) {
                case TELL_PID -> throw new UndecodableException(Long.toString(ProcessHandle.current().pid()));
                case EXIT -> Runtime.getRuntime().halt(1);
                case ABORT -> signal("ABRT");
                case HANG -> LockSupport.park();
                case SPIN -> spin();
                case EAT_MEMORY -> eat();
                case EAT_HEAP -> eaten.add(new long[Integer.MAX_VALUE - 8]);
                case PRINT_RUBBISH -> new FileOutputStream(FileDescriptor.out).write("libfoo: all is well\n".getBytes());
                case PRINT_TO_SYSTEM_OUT -> System.out.println("libfoo: all is well");
                case SHOUT -> shout();
                case NAME_A_FILE_ELSEWHERE -> {
                    Recipe recipe = Recipe.of(RenditionSize.LARGE, RenditionFormat.JPEG);
                    Appearance appearance = new Appearance("LLLLLL", "#000000", List.of(), null);
                    return new Rendered(Map.of(recipe, Path.of("/etc/..")), appearance);
                }
                case THROW -> throw new IllegalStateException("a bug");
                case EXIT_ONCE -> {
                    Files.createFile(mark);
                    Runtime.getRuntime().halt(1);
                }
                case KILLED_ONCE -> {
                    Files.createFile(mark);
                    signal("KILL");
                }
                case KILLED -> signal("KILL");
            }
            throw new UndecodableException("obeyed");
        }

        private static void signal(String name) throws IOException {
            new ProcessBuilder("kill", "-" + name, Long.toString(ProcessHandle.current().pid())).start();
            LockSupport.park();
        }

        private static void spin() {
            long turns = 0;
            while (true) {
                turns++;
                if (turns == 0) {
                    Thread.onSpinWait();
                }
            }
        }

        /** Keeps it until somebody looks, where the JVM gives no more. */
        private void eat() {
            try {
                while (true) {
                    ByteBuffer block = ByteBuffer.allocateDirect(1 << 20);
                    for (int i = 0; i < block.capacity(); i += 512) {
                        block.put(i, (byte) 1);
                    }
                    eaten.add(block);
                }
            } catch (OutOfMemoryError full) {
                long end = System.nanoTime() + LOOKED_AT_WITHIN.toNanos();
                while (System.nanoTime() < end) {
                    LockSupport.parkNanos(LOOKED_AT_WITHIN.toNanos());
                }
                throw new IllegalStateException(eaten.size() + " MiB, and nobody looks", full);
            }
        }

        private static void shout() {
            for (int i = 0; i < 100_000; i++) {
                System.err.print("no newline, and nobody can read all of this ");
            }
        }
    }
}
