package dev.albumen.rest.shared;

import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * All connections of this node, and how they end: first each answer says that its connection ends with it, so that clients
 * and proxies go elsewhere; then nobody is let in any more, and connections end as soon as nothing is under way on them.
 */
@Singleton
public final class Connections implements GracefulShutdownCapable {

    private final ChannelGroup doors = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private volatile boolean leaving;
    private volatile boolean ending;

    void door(Channel listener) {
        doors.add(listener);
    }

    void opened(Channel connection) {
        open.add(connection);
        if (ending) {
            connection.close();
        }
    }

    /** Says from now on that this node is about to go. */
    public void leave() {
        leaving = true;
    }

    /** Whether this node is about to go. */
    public boolean isLeaving() {
        return leaving;
    }

    /** Whether connections end where nothing is under way. */
    boolean isEnding() {
        return ending;
    }

    /** Completes when nothing is under way any more. */
    @Override
    public CompletionStage<?> shutdownGracefully() {
        leaving = true;
        ending = true;
        doors.close().awaitUninterruptibly();
        open.forEach(connection -> connection.pipeline().fireUserEventTriggered(DrainHandler.END));
        CompletableFuture<Void> over = new CompletableFuture<>();
        open.newCloseFuture().addListener(all -> over.complete(null));
        return over;
    }
}
