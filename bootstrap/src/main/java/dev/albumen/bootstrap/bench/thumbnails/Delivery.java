package dev.albumen.bootstrap.bench.thumbnails;

import dev.albumen.bootstrap.bench.Account;
import dev.albumen.bootstrap.bench.Figure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account's thumbnails, delivered by the service, and by nginx beside it.
 *
 * @param processes the service's and its database's
 */
record Delivery(Account account, List<ProcessHandle> processes, Pictures reading, Turns turns) {

    List<Figure> measure(Way way, List<Picture> pictures, @Nullable Nginx beside) throws IOException {
        List<Turns.Server> servers = new ArrayList<>();
        servers.add(new Turns.Server(way.figure(),
                pictures.stream().map(picture -> way.ofService(picture, account.authorization())).toList(), processes));
        if (beside != null) {
            servers.add(new Turns.Server(way.figure() + "-nginx",
                    pictures.stream().map(picture -> way.ofPlainServer(picture, beside.address())).toList(),
                    List.of(beside.process())));
        }
        for (Turns.Server server : servers) {
            reading.ask(server.asked().getFirst(), way.due());
        }
        return turns.take(servers);
    }
}
