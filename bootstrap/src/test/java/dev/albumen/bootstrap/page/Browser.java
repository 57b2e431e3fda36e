package dev.albumen.bootstrap.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.albumen.bootstrap.process.Secrets;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real browser without a window, which is told what to do over its debugging protocol. For one thread. */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
    private final List<JsonNode> events = new ArrayList<>();
    private String session = "";
    private int calls;
    private long searchedBytes;

    private Browser(Process process, URI address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new Messages()).join();
    }

    /** Chromium or Chrome; empty where there is neither. */
    public static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome").map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param folder empty; for what the browser writes */
    public static Browser start(Path program, Path folder) throws IOException {
        Path log = folder.resolve("browser.log");
        Process process = new ProcessBuilder(program.toString(), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                        "--disable-dev-shm-usage", "--disable-popup-blocking", "--disable-background-networking", "--remote-debugging-port=0",
                        "--user-data-dir=" + folder.resolve("profile"), "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            Matcher matcher = LISTENING.matcher(Files.readString(log));
            if (matcher.find()) {
                Browser browser = new Browser(process, URI.create(matcher.group(1)));
                browser.openTab();
                return browser;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        process.destroyForcibly();
        throw new AssertionError("The browser did not start:\n" + Files.readString(log));
    }

    private void openTab() {
        String target = call("Target.createTarget", Map.of("url", "about:blank")).path("targetId").asText();
        session = call("Target.attachToTarget", Map.of("targetId", target, "flatten", true)).path("sessionId").asText();
        for (String domain : List.of("Page", "Network", "Log", "Runtime")) {
            call(domain + ".enable", Map.of());
        }
    }

    /** Looks through a window of that size, in light or in dark. */
    void window(int width, int height, boolean dark) {
        call("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call("Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void scripts(boolean on) {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    /** Forgets what has happened, goes there, and waits until all is loaded. */
    public void open(URI address) {
        events.clear();
        call("Page.navigate", Map.of("url", address.toString()));
        awaitPage();
    }

    /** Does something that leads to another page, and waits until that is loaded. */
    void leave(String script) {
        events.clear();
        evaluate(script);
        awaitPage();
    }

    /** What an expression is, in the page. */
    public JsonNode evaluate(String expression) {
        JsonNode result = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    /** Waits until that is so in the page. */
    void awaitSo(String expression) {
        await(() -> evaluate(expression).asBoolean(), expression);
    }

    /** Runs a script in the window that shows a page of that port, as soon as it is there with a form. */
    public void inAnotherWindow(int port, String script) {
        String own = session;
        awaitWindows(urls -> urls.keySet().stream().anyMatch(url -> url.contains(":" + port + "/")));
        try {
            String target = windows().entrySet().stream().filter(window -> window.getKey().contains(":" + port + "/")).findFirst().orElseThrow().getValue();
            session = "";
            session = call("Target.attachToTarget", Map.of("targetId", target, "flatten", true)).path("sessionId").asText();
            await(this::hasForm, "a form");
            evaluate(script);
        } finally {
            session = own;
        }
    }

    private boolean hasForm() {
        try {
            return evaluate("document.readyState !== 'loading' && document.forms.length > 0").asBoolean();
        } catch (AssertionError leaving) {
            // The page that was there is about to give way.
            return false;
        }
    }

    /** Waits until every other window is closed. */
    public void awaitOnlyWindow() {
        awaitWindows(urls -> urls.size() == 1);
    }

    private void awaitWindows(Predicate<Map<String, String>> so) {
        await(() -> so.test(windows()), "windows as they should be");
    }

    /** What each shows, and which it is. The empty tab that the browser starts with does not count. */
    private Map<String, String> windows() {
        String own = session;
        try {
            session = "";
            Map<String, String> windows = new HashMap<>();
            call("Target.getTargets", Map.of()).path("targetInfos").forEach(one -> {
                if (one.path("type").asText().equals("page") && !one.path("url").asText().equals("about:blank")) {
                    windows.put(one.path("url").asText(), one.path("targetId").asText());
                }
            });
            return windows;
        } finally {
            session = own;
        }
    }

    private static void await(BooleanSupplier so, String what) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("There is not " + what);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    void press(String key) {
        for (String type : List.of("keyDown", "keyUp")) {
            call("Input.dispatchKeyEvent", Map.of("type", type, "key", key, "code", key,
                    "windowsVirtualKeyCode", key.equals("Tab") ? 9 : key.equals("Enter") ? 13 : 0,
                    "text", key.equals("Enter") ? "\r" : ""));
        }
    }

    /** Whatever the page or its policy complained of since it was opened. */
    List<String> complaints() {
        return events.stream()
                .filter(event -> event.path("method").asText().matches("Log.entryAdded|Runtime.exceptionThrown|Runtime.consoleAPICalled"))
                .map(JsonNode::toString)
                .toList();
    }

    /** All addresses that were asked for since the page was opened. */
    List<URI> requests() {
        return events.stream()
                .filter(event -> event.path("method").asText().equals("Network.requestWillBeSent"))
                .map(event -> URI.create(event.at("/params/request/url").asText()))
                .toList();
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        JsonNode answer = answer(method, parameters);
        if (answer.has("error")) {
            throw new AssertionError(method + ": " + answer.path("error"));
        }
        return answer.path("result");
    }

    private JsonNode answer(String method, Map<String, ?> parameters) {
        int id = ++calls;
        try {
            socket.sendText(JSON.writeValueAsString(session.isEmpty()
                    ? Map.of("id", id, "method", method, "params", parameters)
                    : Map.of("id", id, "method", method, "params", parameters, "sessionId", session)), true).join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (JsonNode message = next(method); ; message = next(method)) {
            if (message.path("id").asInt() == id) {
                return message;
            }
            events.add(message);
        }
    }

    private void awaitPage() {
        await("Page.loadEventFired");
        events.stream().filter(event -> event.path("method").asText().equals("Network.responseReceived")).toList().forEach(this::seekSecrets);
    }

    /** What links answer a browser is looked through like what they answer to whoever else asks in a test. */
    private void seekSecrets(JsonNode event) {
        JsonNode response = event.at("/params/response");
        URI asked = URI.create(response.path("url").asText());
        if (!"http".equals(asked.getScheme()) || !Secrets.isOfLink(asked)) {
            return;
        }
        // There is no body of what was not changed, or is still on its way.
        JsonNode answer = answer("Network.getResponseBody", Map.of("requestId", event.at("/params/requestId").asText())).path("result");
        String text = answer.path("body").asText();
        byte[] body = answer.path("base64Encoded").asBoolean() ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
        Secrets.seek(asked, response.path("headers").toString(), body);
        searchedBytes += body.length;
    }

    /** How much of what links answered was looked through until now. */
    long searchedBytes() {
        return searchedBytes;
    }

    private void await(String event) {
        while (events.stream().noneMatch(one -> one.path("method").asText().equals(event))) {
            events.add(next(event));
        }
    }

    private JsonNode next(String what) {
        try {
            JsonNode message = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("The browser says nothing to " + what);
            }
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private final class Messages implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                try {
                    told.add(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    @Override
    public void close() {
        socket.abort();
        List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join());
    }
}
