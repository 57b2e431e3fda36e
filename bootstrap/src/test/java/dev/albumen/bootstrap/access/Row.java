package dev.albumen.bootstrap.access;

import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What is due on one route.
 *
 * @param route method and template, as the router has it
 */
record Row(String route, Request request, List<Case> cases) {

    /** How the route is called. */
    interface Request {
        Answer send(Client client, String path);
    }

    /**
     * The route on a thing in some state.
     *
     * @param path where the thing is
     * @param missing where a thing of its kind would be that does not exist; empty where the path names none
     * @param due which status each person gets
     */
    record Case(String name, String path, String missing, ToIntFunction<Person> due) {}

    boolean changes() {
        return !route.startsWith("GET ");
    }
}
