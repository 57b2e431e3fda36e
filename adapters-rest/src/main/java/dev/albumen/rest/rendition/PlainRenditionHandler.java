package dev.albumen.rest.rendition;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Answers plain requests for renditions of one connection on the connection's own thread, before the framework sees
 * them. Whatever is not simple goes on to the framework: other requests, those that come while it works on an earlier one
 * (answers keep the order of their requests), and those that turn out to be refused or not to be in memory.
 */
final class PlainRenditionHandler extends ChannelDuplexHandler {

    private final Answers answers;
    /** What came while a request of ours was being answered. */
    private final Deque<Object> waiting = new ArrayDeque<>();
    /** The request that is being answered here. */
    private @Nullable HttpRequest ours;
    /** Whether all of that request has come. */
    private boolean whole;
    /** Whether the framework wants to read more, once that request is answered. */
    private boolean readWanted;
    /** Requests that the framework has not answered yet. */
    private int passedOn;

    PlainRenditionHandler(Answers answers) {
        this.answers = answers;
    }

    /** Finds answers, without blocking. */
    interface Answers {

        /**
         * @param then where it goes on
         * @return the answer; {@code null}, or a failure, where the framework has to find it
         */
        CompletionStage<@Nullable FullHttpResponse> to(HttpRequest request, PlainRendition wanted, Executor then);
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        if (ours != null) {
            if (!whole && message instanceof LastHttpContent) {
                whole = true;
                ReferenceCountUtil.release(message);
            } else {
                waiting.add(message);
            }
            return;
        }
        if (message instanceof HttpRequest request) {
            PlainRendition wanted = passedOn == 0 ? PlainRendition.of(request) : null;
            if (wanted != null) {
                answer(connection, request, wanted);
                return;
            }
            passedOn++;
        }
        connection.fireChannelRead(message);
    }

    private void answer(ChannelHandlerContext connection, HttpRequest request, PlainRendition wanted) {
        ours = request;
        whole = false;
        answers.to(request, wanted, connection.executor()).whenComplete((answer, failure) -> {
            ours = null;
            if (answer != null) {
                connection.writeAndFlush(answer, connection.voidPromise());
            } else {
                passOn(connection, request);
            }
            goOn(connection);
        });
    }

    /** Gives the framework a request of ours, to find out what is the matter. */
    private void passOn(ChannelHandlerContext connection, HttpRequest request) {
        passedOn++;
        connection.fireChannelRead(request);
        if (whole) {
            connection.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
            connection.fireChannelReadComplete();
        }
    }

    private void goOn(ChannelHandlerContext connection) {
        boolean more = !waiting.isEmpty();
        while ((ours == null || !whole) && !waiting.isEmpty()) {
            channelRead(connection, waiting.poll());
        }
        if (more) {
            connection.fireChannelReadComplete();
        }
        if (readWanted && ours == null) {
            readWanted = false;
            connection.read();
        }
    }

    @Override
    public void read(ChannelHandlerContext connection) {
        if (ours == null) {
            connection.read();
        } else {
            readWanted = true;
        }
    }

    @Override
    public void write(ChannelHandlerContext connection, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            passedOn--;
        }
        connection.write(message, promise);
    }

    /** Such as 100 (Continue), after which the answer is still to come. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext connection) {
        waiting.forEach(ReferenceCountUtil::release);
        waiting.clear();
    }
}
