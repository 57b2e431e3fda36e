package dev.albumen.bootstrap.chaos;

import dev.albumen.bootstrap.process.AlbumenProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** One of a run's services: a home, a process that comes and goes, and a proxy at an address that stays. */
final class Node implements AutoCloseable {

    private final int number;
    private final Path home;
    private final Path log;
    private final Path clock;
    private final FaultProxy proxy;
    private final AtomicLong answers = new AtomicLong();
    private volatile Optional<AlbumenProcess> process = Optional.empty();
    private volatile Optional<URI> address = Optional.empty();

    /** @param clock see {@link ClockJar} */
    Node(int number, Path home, Path log, Path clock) {
        this.number = number;
        this.home = home;
        this.log = log;
        this.clock = clock;
        this.proxy = new FaultProxy(
                () -> address.map(uri -> new InetSocketAddress(InetAddress.getLoopbackAddress(), uri.getPort())), () -> Trouble.NONE);
    }

    int number() {
        return number;
    }

    Path home() {
        return home;
    }

    void answered() {
        answers.incrementAndGet();
    }

    /** How many calls it has answered in all its lives. */
    long answers() {
        return answers.get();
    }

    /** As clients reach it. */
    URI service() {
        return URI.create("http://127.0.0.1:" + proxy.port());
    }

    /** Where it is now, without the proxy; empty while it does not run or is yet to be ready. */
    Optional<URI> address() {
        return address;
    }

    boolean isUp() {
        return address.isPresent();
    }

    /** The process's id; empty where there is none. */
    Optional<Long> pid() {
        return process.map(AlbumenProcess::pid);
    }

    /** Starts it, and says whether it became ready: it does not where it ends first, as without a database. */
    boolean start(Map<String, String> settings, Duration clockOffset) {
        AlbumenProcess started = AlbumenProcess.start(
                home, settings, List.of("run"), List.of("-Dchaos.clock.offset-ms=" + clockOffset.toMillis()), List.of(clock));
        process = Optional.of(started);
        try {
            address = Optional.of(started.awaitReady());
            return true;
        } catch (AssertionError ended) {
            leave();
            return false;
        }
    }

    /** kill -9. */
    void kill() {
        address = Optional.empty();
        process.ifPresent(AlbumenProcess::kill);
        leave();
    }

    /** As a service manager ends it; returns the exit code. */
    int stop() {
        address = Optional.empty();
        int code = process.map(AlbumenProcess::terminate).orElse(0);
        leave();
        return code;
    }

    /** kill -9 of one of the processes that make its pictures, where it has any. */
    boolean killWorker(Dice dice) {
        List<ProcessHandle> workers = pid().flatMap(ProcessHandle::of).stream().flatMap(ProcessHandle::children)
                .filter(child -> child.info().commandLine().orElse("").contains("WorkerMain"))
                .toList();
        return !workers.isEmpty() && dice.one(workers).destroyForcibly();
    }

    int cutConnections() {
        return proxy.cutAll();
    }

    /** Keeps what the process said. */
    private void leave() {
        address = Optional.empty();
        proxy.cutAll();
        process.ifPresent(ended -> {
            try {
                Files.writeString(log, ended.output() + ended.errors(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ended.close();
        });
        process = Optional.empty();
    }

    @Override
    public void close() throws IOException {
        leave();
        proxy.close();
    }
}
