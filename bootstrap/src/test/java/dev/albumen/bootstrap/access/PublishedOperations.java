package dev.albumen.bootstrap.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.bootstrap.process.Client;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The operations of the document that the service publishes, each with the statuses it promises. */
record PublishedOperations(Map<String, Set<String>> statuses) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "patch");

    static PublishedOperations read(Client anyone) {
        Map<String, Set<String>> statuses = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : anyone.get("/openapi/albumen.json").expect(200).json().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    Set<String> told = new TreeSet<>();
                    operation.getValue().path("responses").fieldNames().forEachRemaining(told::add);
                    statuses.put(operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(), told);
                }
            }
        }
        return new PublishedOperations(statuses);
    }

    /** Whether the document names that answer; problems it may name by one entry for all. Pages are not in it. */
    boolean promises(String route, int status) {
        Set<String> told = statuses.get(route);
        return told == null || told.contains(Integer.toString(status)) || status >= 400 && told.contains("default");
    }
}
