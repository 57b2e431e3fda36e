package dev.albumen.bootstrap.chaos;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has a script wait at each of its comments until what is to happen there has happened. */
final class StepByStep implements AutoCloseable {

    private static final Pattern COMMENT = Pattern.compile("^# (.*)$", Pattern.MULTILINE);
    private static final int DONE = 200;
    private static final int FAILED = 500;

    private final HttpServer server;
    private final Map<String, Runnable> happenings;
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final List<String> happened = new CopyOnWriteArrayList<>();

    /** @param happenings by the beginnings of comments */
    StepByStep(Map<String, Runnable> happenings) throws IOException {
        this.happenings = happenings;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::step);
        server.start();
    }

    /** The script with a call at each comment. It needs curl. */
    String of(String script) {
        String call = "command curl -fsS -X POST http://127.0.0.1:" + server.getAddress().getPort() + "/ --data-binary ";
        return COMMENT.matcher(script).replaceAll(comment -> Matcher.quoteReplacement(call + "'" + comment.group(1).replace("'", "") + "'"));
    }

    private void step(HttpExchange exchange) throws IOException {
        try (exchange) {
            String comment = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(happens(comment) ? DONE : FAILED, -1);
        }
    }

    private boolean happens(String comment) {
        Optional<String> due = happenings.keySet().stream().filter(comment::startsWith).findFirst();
        try {
            due.map(happenings::get).ifPresent(Runnable::run);
            due.ifPresent(happened::add);
            return true;
        } catch (RuntimeException | Error failure) {
            failures.add(failure);
            return false;
        }
    }

    /** The beginnings of comments at which it all happened, in their order. */
    List<String> happened() {
        return happened;
    }

    /** Why the script was stopped, where it was. */
    List<Throwable> failures() {
        return failures;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
