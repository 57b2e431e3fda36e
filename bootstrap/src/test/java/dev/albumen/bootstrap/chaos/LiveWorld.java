package dev.albumen.bootstrap.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.bootstrap.database.DatabaseAccess;
import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Real nodes with their database and storage. Accounts are those that {@link Client#register} makes. */
final class LiveWorld implements World {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final List<URI> nodes;
    private final DatabaseAccess database;
    private final RawStorage storage;
    private final Duration patience;
    private final Map<String, Client> signedIn = new ConcurrentHashMap<>();

    /** @param patience with nodes that say that they are busy */
    LiveWorld(List<URI> nodes, DatabaseAccess database, RawStorage storage, Duration patience) {
        this.nodes = List.copyOf(nodes);
        this.database = database;
        this.storage = storage;
        this.patience = patience;
    }

    @Override
    public int nodes() {
        return nodes.size();
    }

    @Override
    public Answer get(int node, String account, String path, String... headers) {
        Client client = client(node, account);
        for (int i = 0; i < headers.length; i += 2) {
            client = client.with(headers[i], headers[i + 1]);
        }
        long end = System.nanoTime() + patience.toNanos();
        Answer answer = client.get(path);
        while ((answer.status() == 429 || answer.status() == 503) && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = client.get(path);
        }
        return answer;
    }

    /** A token of one node is good for all. */
    private Client client(int node, String account) {
        Client anyone = Client.of(nodes.get(node));
        if (account.equals(NOBODY)) {
            return anyone;
        }
        Client known = signedIn.computeIfAbsent(account, name -> anyone.signIn(name, Client.PASSWORD));
        return new Client(nodes.get(node), known.headers());
    }

    @Override
    public Rows rows() {
        return new RowReader(database).read();
    }

    @Override
    public Map<String, Long> blobs() {
        return storage.list();
    }

    @Override
    public byte[] blob(String key) {
        return storage.read(key);
    }

    @Override
    public List<String> list(int node, String account, String path) {
        List<String> ids = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            Answer page = get(node, account, next).expect(200);
            ids.addAll(page.items("id"));
            JsonNode cursor = page.json().path("nextCursor");
            next = cursor.isTextual() ? path + "&cursor=" + cursor.asText() : "";
        }
        return ids;
    }
}
