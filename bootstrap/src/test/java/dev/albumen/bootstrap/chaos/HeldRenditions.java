package dev.albumen.bootstrap.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Stands between nodes and an S3 store. Renditions of the node that is first to put one do not arrive until it is let go. */
final class HeldRenditions implements AutoCloseable {

    private static final Pattern PUT = Pattern.compile("PUT /[^ ]*renditions/");
    private static final int PATIENCE_SECONDS = 120;

    private final InetSocketAddress store;
    private final List<FaultProxy> proxies = new ArrayList<>();
    private final CompletableFuture<Integer> holder = new CompletableFuture<>();
    private final Ending letGo = new Ending();

    HeldRenditions(URI store) {
        this.store = new InetSocketAddress(InetAddress.getLoopbackAddress(), store.getPort());
    }

    /** Where that node is to find the store. */
    String endpointFor(int node) {
        FaultProxy proxy = new FaultProxy(() -> Optional.of(store), head -> PUT.matcher(head).lookingAt() ? held(node) : Trouble.NONE);
        proxies.add(proxy);
        return "http://127.0.0.1:" + proxy.port();
    }

    private Trouble held(int node) {
        if (letGo.hasCome()) {
            return Trouble.NONE;
        }
        holder.complete(node);
        if (holder.join() != node) {
            return Trouble.NONE;
        }
        letGo.await();
        return Trouble.CUT_BEFORE;
    }

    /** Waits until a node has made a rendition, and says which. */
    int awaitNode() {
        return holder.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** What was held is lost. */
    void letGo() {
        letGo.come();
    }

    @Override
    public void close() throws IOException {
        letGo();
        for (FaultProxy proxy : proxies) {
            proxy.close();
        }
    }
}
