package dev.albumen.imaging.rendition.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.albumen.application.rendition.Renderer.UndecodableException;
import dev.albumen.application.shared.DependencyException;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What pictures do to workers, they do to nobody else. */
@Timeout(300)
class WorkerPoolTest {

    /** Longer than any test takes: a machine that is slow today is no picture that takes too long. */
    private static final WorkerLimits LIMITS = new WorkerLimits(Duration.ofMinutes(10), 256);
    private static final WorkerLimits SHORT = new WorkerLimits(Duration.ofSeconds(2), 256);

    @TempDir
    Path folder;

    private WorkerPool workers;

    @BeforeEach
    void open() {
        workers = new WorkerPool(FaultyEngine.with(64), 2, LIMITS, folder.resolve("workers"));
    }

    @AfterEach
    void close() {
        workers.close();
        assertThat(folder.resolve("workers")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "EXIT, the decoder broke down over it, CRASHED",
        "ABORT, the decoder broke down over it, CRASHED",
        "PRINT_RUBBISH, the decoder gave no sensible answer, RUBBISH",
        "NAME_A_FILE_ELSEWHERE, the decoder gave no sensible answer, RUBBISH",
    })
    void callsAPictureUndecodableThatEndsTwoWorkers(FaultyEngine.Deed deed, String why, EndReason reason) throws Exception {
        assertThatThrownBy(() -> render(deed))
                .isInstanceOf(UndecodableException.class)
                .hasMessage("The picture could not be decoded: " + why + ".");
        assertThat(ends(reason)).isEqualTo(2);
        assertThat(pid()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"HANG", "SPIN"})
    void callsAPictureUndecodableThatTakesTooLongTwice(FaultyEngine.Deed deed) {
        try (WorkerPool impatient = new WorkerPool(FaultyEngine.with(64), 2, SHORT, folder.resolve("impatient"))) {
            assertThatThrownBy(() -> render(impatient, deed))
                    .isInstanceOf(UndecodableException.class)
                    .hasMessage("The picture could not be decoded: it takes longer than 2 s.");
            assertThat(impatient.figures().ends()).containsEntry(EndReason.TIME, 2L);
        }
    }

    @Test
    void killsAWorkerThatTakesTooMuchMemory() {
        assumeThat(Path.of("/proc/self/status")).exists();
        assertThatThrownBy(() -> render(FaultyEngine.Deed.EAT_MEMORY))
                .isInstanceOf(UndecodableException.class)
                .hasMessage("The picture could not be decoded: it needs more than 256 MiB of memory.");
        assertThat(ends(EndReason.MEMORY)).isEqualTo(2);
    }

    @Test
    void survivesAPictureThatDoesNotFitIntoTheHeap() throws Exception {
        long before = pid();
        assertThatThrownBy(() -> render(FaultyEngine.Deed.EAT_HEAP))
                .isInstanceOf(UndecodableException.class)
                .hasMessageContaining("more memory than there is");
        assertThat(pid()).isEqualTo(before);
    }

    @Test
    void triesAPictureOnceMoreInAnEmptyFolder() {
        assertThatThrownBy(() -> render(FaultyEngine.Deed.EXIT_ONCE)).hasMessage("second try, in a folder of 0 files");
        assertThat(ends(EndReason.CRASHED)).isEqualTo(1);
    }

    @Test
    void removesNothingButTheHalfResultsOfADeadWorker() throws Exception {
        Path into = Files.createDirectory(folder.resolve("into"));
        Path rendition = Files.createFile(into.resolve("rendition"));
        Recipe recipe = Recipe.of(RenditionSize.THUMBNAIL, RenditionFormat.JPEG);
        assertThat(new PooledRenderer(workers).derive(rendition, MediaType.JPEG, recipe, into))
                .isEqualTo(into.resolve("1 files"));
        assertThat(rendition).exists();
    }

    @Test
    void doesNotBlameAPictureForWhatComesFromOutside() {
        assertThatThrownBy(() -> render(FaultyEngine.Deed.KILLED_ONCE)).hasMessage("second try, in a folder of 0 files");
        assertThatThrownBy(() -> render(FaultyEngine.Deed.KILLED)).isInstanceOf(DependencyException.class);
        assertThat(ends(EndReason.OUTSIDE)).isEqualTo(1 + Tries.NOT_AT_FAULT);
        assertThat(ends(EndReason.CRASHED)).isZero();
    }

    @Test
    void keepsWorkersForTheNextPicture() throws Exception {
        long first = pid();
        assertThat(pid()).isEqualTo(first);
        assertThatThrownBy(() -> render(FaultyEngine.Deed.THROW))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("a bug");
        assertThat(pid()).isEqualTo(first);
        assertThat(workers.figures().tasks()).isEqualTo(4);
        assertThat(workers.figures().working()).isPositive();
    }

    @Test
    void replacesAWorkerThatDiedWhileItHadNothingToDo() throws Exception {
        long first = pid();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        ProcessHandle.of(first).ifPresent(process -> process.onExit().join());
        assertThat(pid()).isNotEqualTo(first);
        assertThat(ends(EndReason.OUTSIDE)).isEqualTo(1);
    }

    @Test
    void isNotDisturbedByWhatLibrariesPrint() {
        assertThatThrownBy(() -> render(FaultyEngine.Deed.PRINT_TO_SYSTEM_OUT)).hasMessage("obeyed");
        assertThatThrownBy(() -> render(FaultyEngine.Deed.SHOUT)).hasMessage("obeyed");
    }

    @Test
    void letsOtherPicturesGoOn() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var hanging = threads.submit(() -> render(FaultyEngine.Deed.HANG));
            for (int i = 0; i < 20; i++) {
                assertThat(pid()).isPositive();
            }
            assertThat(hanging).isNotDone();
            hanging.cancel(true);
        }
    }

    @Test
    void hasNoMoreWorkersThanItsSize() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> pids =
                    IntStream.range(0, 30).mapToObj(i -> threads.submit(this::pid)).toList();
            Set<Long> different = new HashSet<>();
            for (Future<Long> pid : pids) {
                different.add(pid.get());
            }
            assertThat(different).hasSizeBetween(1, 2);
        }
        PoolFigures figures = workers.figures();
        assertThat(figures.alive()).isLessThanOrEqualTo(2);
        assertThat(figures.busy()).isZero();
        assertThat(figures.waiting()).isZero();
    }

    @Test
    void givesUpWhenItsCallerIsInterrupted() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = Thread.ofPlatform().start(() -> {
            try {
                render(FaultyEngine.Deed.HANG);
            } catch (Exception e) {
                thrown.set(e);
            }
        });
        awaitBusy();
        caller.interrupt();
        caller.join();
        assertThat(thrown.get()).isInstanceOf(DependencyException.class).hasMessageContaining("interrupted");
        assertThat(ends(EndReason.ABANDONED)).isEqualTo(1);
    }

    @Test
    void endsItsWorkersWhenItIsClosed() throws Exception {
        ProcessHandle worker = ProcessHandle.of(pid()).orElseThrow();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread.ofPlatform().start(() -> {
            try {
                render(FaultyEngine.Deed.HANG);
            } catch (Exception e) {
                thrown.complete(e);
            }
        });
        awaitBusy();
        workers.close();
        assertThat(worker.isAlive()).isFalse();
        assertThat(thrown.get(1, TimeUnit.MINUTES)).isInstanceOf(DependencyException.class);
        assertThatThrownBy(this::pid).isInstanceOf(DependencyException.class).hasMessageContaining("stopped");
    }

    @Test
    void saysWhyWorkersDoNotStart() {
        WorkerEngine broken = new WorkerEngine(FaultyEngine.class, List.of("no start"), List.of(), 64, List.of());
        try (WorkerPool none = new WorkerPool(broken, 1, LIMITS, folder.resolve("none"))) {
            assertThatThrownBy(none::warmUp).isInstanceOf(DependencyException.class).hasMessageContaining("this engine does not start");
            assertThat(none.figures().ends()).containsEntry(EndReason.START, 1L);
        }
    }

    @Test
    void tellsWhatItsEngineSays() {
        assertThat(workers.warmUp()).isEqualTo(new EngineFacts("faulty 1", Set.of(MediaType.PNG), Set.of(RenditionFormat.JPEG)));
        assertThat(workers.figures().alive()).isEqualTo(1);
    }

    private void awaitBusy() {
        while (workers.figures().busy() == 0 || workers.figures().alive() == 0) {
            Thread.onSpinWait();
        }
    }

    private long ends(EndReason reason) {
        return workers.figures().ends().get(reason);
    }

    /** Of the worker that answered. */
    private long pid() throws IOException {
        try {
            render(FaultyEngine.Deed.TELL_PID);
        } catch (UndecodableException e) {
            return Long.parseLong(e.getMessage());
        }
        throw new AssertionError("no worker told");
    }

    private Object render(FaultyEngine.Deed deed) throws IOException, UndecodableException {
        return render(workers, deed);
    }

    private Object render(WorkerPool workers, FaultyEngine.Deed deed) throws IOException, UndecodableException {
        Path picture = Files.writeString(Files.createTempFile(folder, "picture", ""), deed.name());
        return new PooledRenderer(workers).render(picture, MediaType.PNG, Files.createTempDirectory(folder, "into"));
    }
}
