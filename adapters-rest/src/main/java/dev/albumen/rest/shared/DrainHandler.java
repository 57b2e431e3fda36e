package dev.albumen.rest.shared;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * Ends one connection when its node is about to go: with the answer to the last request that is under way on it, which
 * says so, and at once where there is none.
 */
final class DrainHandler extends ChannelDuplexHandler {

    /** What a connection is told when it is to end as soon as it can. */
    static final Object END = new Object();

    private final Connections connections;
    /** Requests that are not answered whole yet. */
    private int inside;
    /** Whether the end of a request is still to come. */
    private boolean receiving;
    /** Whether an answer said that the connection ends with it. */
    private boolean announced;

    DrainHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext connection) {
        connections.opened(connection.channel());
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        if (message instanceof HttpRequest) {
            inside++;
            receiving = true;
        }
        if (message instanceof LastHttpContent) {
            receiving = false;
        }
        connection.fireChannelRead(message);
        endWhereDone(connection);
    }

    @Override
    public void write(ChannelHandlerContext connection, Object message, ChannelPromise promise) {
        if (isInterim(message)) {
            connection.write(message, promise);
            return;
        }
        if (message instanceof HttpResponse answer && connections.isLeaving() && inside <= 1) {
            HttpUtil.setKeepAlive(answer, false);
            announced = true;
        }
        if (!(message instanceof LastHttpContent)) {
            connection.write(message, promise);
            return;
        }
        inside = Math.max(0, inside - 1);
        if (isDone()) {
            connection.write(message, promise.unvoid()).addListener(ChannelFutureListener.CLOSE);
        } else {
            connection.write(message, promise);
        }
    }

    /** Such as 100 (Continue), after which the answer is still to come. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext connection, Object event) {
        if (event == END) {
            endWhereDone(connection);
        } else {
            connection.fireUserEventTriggered(event);
        }
    }

    private void endWhereDone(ChannelHandlerContext connection) {
        if (isDone()) {
            connection.close();
        }
    }

    /** A body that nobody reads to its end is somebody else's to deal with. */
    private boolean isDone() {
        return inside == 0 && !receiving && (announced || connections.isEnding());
    }
}
