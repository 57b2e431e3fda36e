package dev.albumen.aws.label;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks Rekognition's wire (JSON 1.1, one address, the operation in a header) as its API reference says, checks signatures,
 * and sees what a test tells it to see. Faults go before what is seen, one for each request.
 */
public final class RekognitionStub implements AutoCloseable {

    public static final String ACCESS_KEY_ID = "stub-access-key";
    public static final String SECRET_ACCESS_KEY = "stub-secret-key";
    public static final String REGION = "eu-west-1";

    private static final String TARGET = "RekognitionService.";
    private static final String JSON = "application/x-amz-json-1.1";
    /** What it sees at first. */
    public static final String SEES = """
            {"LabelModelVersion": "3.0", "OrientationCorrection": null, "Labels": [
              {"Name": "Sea", "Confidence": 99.25, "Instances": [], "Aliases": [{"Name": "Ocean"}],
               "Parents": [{"Name": "Nature"}, {"Name": "Water"}], "Categories": [{"Name": "Nature and Outdoors"}]},
              {"Name": "Boat", "Confidence": 71.0, "Instances": [{"BoundingBox": {"Width": 0.1, "Height": 0.1, "Left": 0, "Top": 0},
               "Confidence": 71.0}], "Parents": [{"Name": "Vehicle"}], "Categories": [{"Name": "Vehicles and Automotive"}]}]}""";
    private static final String NOTHING = "{\"ModerationModelVersion\": \"7.0\", \"ModerationLabels\": [], \"ContentTypes\": []}";

    /** A request that was signed. */
    public record Request(String operation, String body) {}

    private record Fault(int status, String contentType, String body) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final SignatureCheck signatures = new SignatureCheck(ACCESS_KEY_ID, SECRET_ACCESS_KEY, REGION, "rekognition");
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>(Map.of("DetectLabels", SEES, "DetectModerationLabels", NOTHING));
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();

    private RekognitionStub(HttpServer server) {
        this.server = server;
    }

    public static RekognitionStub start() {
        try {
            RekognitionStub stub = new RekognitionStub(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            stub.server.createContext("/", stub::answer);
            stub.server.setExecutor(stub.threads);
            stub.server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Every request that was signed well, in the order of their coming. */
    public List<Request> requests() {
        return requests;
    }

    /** How many were for that operation. */
    public long requests(String operation) {
        return requests.stream().filter(request -> request.operation().equals(operation)).count();
    }

    /** What was wrong with the others. */
    public List<String> refused() {
        return refused;
    }

    /** Has it answer an operation so from now on. */
    public void answers(String operation, String json) {
        answers.put(operation, json);
    }

    /** Has it answer the next request of an operation with an error. */
    public void fails(String operation, int status, String type) {
        next(operation, new Fault(status, JSON, "{\"__type\": \"" + type + "\", \"message\": \"as told\"}"));
    }

    /** Has it answer the next request of an operation with whatever this is. */
    public void says(String operation, int status, String contentType, String body) {
        next(operation, new Fault(status, contentType, body));
    }

    private void next(String operation, Fault fault) {
        faults.computeIfAbsent(operation, name -> new ConcurrentLinkedQueue<>()).add(fault);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String target = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target")).orElse("");
            Optional<String> wrong = wrong(exchange, target, body);
            if (wrong.isPresent()) {
                refused.add(wrong.get());
                send(exchange, new Fault(400, JSON, "{\"__type\": \"InvalidSignatureException\", \"message\": \"no\"}"));
                return;
            }
            String operation = target.substring(TARGET.length());
            requests.add(new Request(operation, new String(body, UTF_8)));
            Fault fault = faults.getOrDefault(operation, new ArrayDeque<>()).poll();
            send(exchange, fault != null ? fault : new Fault(200, JSON, answers.get(operation)));
        }
    }

    private Optional<String> wrong(HttpExchange exchange, String target, byte[] body) {
        boolean known = target.startsWith(TARGET) && answers.containsKey(target.substring(TARGET.length()));
        if (!known || !exchange.getRequestMethod().equals("POST") || !exchange.getRequestURI().toString().equals("/")
                || !JSON.equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            return Optional.of(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + target);
        }
        try {
            return signatures.fault(exchange, body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange exchange, Fault answer) throws IOException {
        byte[] bytes = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
