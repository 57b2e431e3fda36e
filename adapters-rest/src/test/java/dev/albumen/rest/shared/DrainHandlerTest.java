package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DrainHandlerTest {

    private final Connections connections = new Connections();
    private final EmbeddedChannel connection = new EmbeddedChannel(new DrainHandler(connections));

    private void asks() {
        connection.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"), LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private static HttpResponse answer(HttpResponseStatus status) {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
    }

    /** Whether the next thing that was sent says that the connection ends. */
    private boolean saysTheEnd() {
        HttpResponse sent = connection.readOutbound();
        return "close".equals(sent.headers().get("Connection"));
    }

    @Test
    void leavesConnectionsAloneWhileTheNodeStays() {
        asks();
        connection.writeOutbound(answer(HttpResponseStatus.OK));

        assertThat(saysTheEnd()).isFalse();
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void endsAConnectionWithTheNextAnswerOnceTheNodeIsAboutToGo() {
        connections.leave();
        assertThat(connection.isOpen()).as("idle ones stay for now").isTrue();

        asks();
        connection.writeOutbound(answer(HttpResponseStatus.OK));

        assertThat(saysTheEnd()).isTrue();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void endsIdleConnectionsAtOnceWhenTheNodeGoes() {
        connections.shutdownGracefully();

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void letsAnAnswerFinishThatIsUnderWay() throws Exception {
        asks();
        connection.writeOutbound(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        CompletableFuture<?> over = connections.shutdownGracefully().toCompletableFuture();
        assertThat(connection.isOpen()).isTrue();
        assertThat(over.isDone()).isFalse();

        connection.writeOutbound(new DefaultHttpContent(Unpooled.EMPTY_BUFFER), LastHttpContent.EMPTY_LAST_CONTENT);

        assertThat(connection.isOpen()).isFalse();
        over.get(30, TimeUnit.SECONDS);
    }

    @Test
    void answersAllThatWasAskedOneBehindTheOther() {
        asks();
        asks();
        connections.leave();
        connection.writeOutbound(answer(HttpResponseStatus.OK));
        assertThat(saysTheEnd()).isFalse();
        assertThat(connection.isOpen()).isTrue();

        connection.writeOutbound(answer(HttpResponseStatus.OK));
        assertThat(saysTheEnd()).isTrue();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void waitsForTheEndOfABodyThatIsAnsweredBeforeIt() {
        connections.leave();
        connection.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
        connection.writeOutbound(answer(HttpResponseStatus.CONTINUE));
        assertThat(saysTheEnd()).as("there is more to come").isFalse();
        connection.writeOutbound(answer(HttpResponseStatus.CREATED));
        assertThat(saysTheEnd()).isTrue();
        assertThat(connection.isOpen()).isTrue();

        connection.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(connection.isOpen()).isFalse();
    }
}
