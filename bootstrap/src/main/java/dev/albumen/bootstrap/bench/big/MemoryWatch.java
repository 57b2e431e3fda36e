package dev.albumen.bootstrap.bench.big;

import dev.albumen.bootstrap.bench.Figure;
import dev.albumen.bootstrap.bench.Memory;
import dev.albumen.bootstrap.bench.ProcessUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;

/**
 * How much memory processes take more than before, while something is done. Of the service and its workers the kernel
 * keeps the peak itself (VmHWM in {@code /proc/PID/status}, set back before); the database's processes share most of
 * theirs, so their proportional sets (Pss in {@code smaps_rollup}) are looked at again and again.
 */
final class MemoryWatch {

    private static final double MIB = 1 << 20;
    private static final long EVERY_NANOS = 200_000_000;

    private final ProcessHandle service;
    private final List<ProcessHandle> workers;
    private final ProcessHandle database;

    /** @param workers those that live throughout */
    MemoryWatch(ProcessHandle service, List<ProcessHandle> workers, ProcessHandle database) {
        this.service = service;
        this.workers = workers;
        this.database = database;
    }

    /** What is done. */
    @FunctionalInterface
    interface Work {

        void run() throws Exception;
    }

    List<Figure> during(String name, Work work) throws Exception {
        resetPeaks();
        double serviceBefore = peak(List.of(service));
        double workersBefore = peak(workers);
        double databaseBefore = database();
        Highest highest = new Highest(this::database);
        Thread watching = Thread.ofPlatform().daemon().start(highest);
        long began = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - began) / 1e9;
        watching.interrupt();
        watching.join();
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.plain(name, seconds, "s"));
        figures.add(Figure.plain(name + "-service-before", serviceBefore, "MiB"));
        figures.add(Figure.plain(name + "-service-growth", peak(List.of(service)) - serviceBefore, "MiB"));
        figures.add(Figure.plain(name + "-workers-growth", peak(workers) - workersBefore, "MiB"));
        figures.add(Figure.plain(name + "-database-growth", Math.max(0, highest.value - databaseBefore), "MiB"));
        return figures;
    }

    private void resetPeaks() {
        ProcessUsage.resetPeak(service.pid());
        workers.forEach(worker -> ProcessUsage.resetPeak(worker.pid()));
    }

    private static double peak(List<ProcessHandle> processes) {
        return processes.stream().mapToLong(process -> ProcessUsage.peakBytes(process.pid())).sum() / MIB;
    }

    private double database() {
        return Memory.of(List.of(database)).orElse(0);
    }

    private static final class Highest implements Runnable {

        private final DoubleSupplier of;
        private volatile double value;

        private Highest(DoubleSupplier of) {
            this.of = of;
        }

        @Override
        public void run() {
            while (!Thread.currentThread().isInterrupted()) {
                value = Math.max(value, of.getAsDouble());
                LockSupport.parkNanos(EVERY_NANOS);
            }
        }
    }
}
