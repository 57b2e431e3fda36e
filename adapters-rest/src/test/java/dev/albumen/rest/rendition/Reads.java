package dev.albumen.rest.rendition;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;

/** Counts how often a connection was asked to read. */
final class Reads extends ChannelOutboundHandlerAdapter {

    int count;

    @Override
    public void read(ChannelHandlerContext context) {
        count++;
        context.read();
    }
}
