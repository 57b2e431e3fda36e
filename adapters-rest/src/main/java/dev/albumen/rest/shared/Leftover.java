package dev.albumen.rest.shared;

import io.netty.buffer.ByteBufHolder;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/**
 * What a client still sends on a connection that ends. Closed at once, the system would tell the client that its bytes went
 * nowhere, and many then drop the answer unread. So a little is read and thrown away before.
 */
final class Leftover {

    private static final long MOST_BYTES = 4L << 20;
    private static final long MOST_SECONDS = 2;

    private long bytes;
    private boolean written;
    private boolean whole;

    /** Once the answer is on its way. */
    void begin(ChannelHandlerContext connection) {
        written = true;
        if (whole) {
            connection.close();
            return;
        }
        connection.executor().schedule(() -> connection.close(), MOST_SECONDS, TimeUnit.SECONDS);
        connection.channel().config().setAutoRead(true);
    }

    void discard(ChannelHandlerContext connection, Object message) {
        if (message instanceof ByteBufHolder content) {
            bytes += content.content().readableBytes();
        }
        whole |= message instanceof LastHttpContent;
        ReferenceCountUtil.release(message);
        if (written && (whole || bytes > MOST_BYTES)) {
            connection.close();
        }
    }
}
