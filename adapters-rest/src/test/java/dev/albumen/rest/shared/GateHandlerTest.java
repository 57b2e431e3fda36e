package dev.albumen.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One place and one seat for each kind. */
@MicronautTest(startApplication = false)
class GateHandlerTest {

    private final Gates gates = new Gates(new LoadLimits(1, 1, 1, 1, 1, 1, Duration.ofMinutes(5)));
    private final List<Connection> connections = new ArrayList<>();
    private BusyAnswers busy;

    @BeforeEach
    void prepare(JsonMapper json) {
        busy = new BusyAnswers(json);
    }

    @AfterEach
    void everyoneLeavesWithItsConnection() {
        connections.forEach(connection -> connection.channel.close());
        connections.forEach(connection -> connection.channel.runPendingTasks());
        for (Load load : Load.values()) {
            assertThat(gates.inside(load)).as("inside: " + load).isZero();
            assertThat(gates.waiting(load)).as("waiting: " + load).isZero();
        }
    }

    /** What comes after the handler: keeps what it is given and answers when it is told to. */
    private final class Connection extends ChannelInboundHandlerAdapter {

        private final List<String> given = new ArrayList<>();
        private int bytes;
        private int ends;
        private @Nullable ChannelHandlerContext context;
        private final EmbeddedChannel channel = new EmbeddedChannel(new GateHandler(gates, busy), this);

        private Connection() {
            connections.add(this);
        }

        @Override
        public void handlerAdded(ChannelHandlerContext added) {
            context = added;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                given.add(request.uri());
            }
            if (message instanceof LastHttpContent) {
                ends++;
            } else if (message instanceof DefaultHttpContent content) {
                bytes += content.content().readableBytes();
                content.release();
            }
        }

        void ask(String path) {
            channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path), LastHttpContent.EMPTY_LAST_CONTENT);
        }

        void beginUpload() {
            HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/api/v1/images");
            request.headers().set("Content-Type", "multipart/form-data; boundary=x").set("Content-Length", "3000000");
            channel.writeInbound(request);
        }

        void sendBytes(int count) {
            channel.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[count])));
        }

        void answer(HttpObject message) {
            Objects.requireNonNull(context).writeAndFlush(message);
            connections.forEach(other -> other.channel.runPendingTasks());
        }

        void answer(int status) {
            answer(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status)));
        }

        List<Integer> answered() {
            List<Integer> statuses = new ArrayList<>();
            for (Object message = channel.readOutbound(); message != null; message = channel.readOutbound()) {
                if (message instanceof HttpResponse response) {
                    statuses.add(response.status().code());
                }
                if (message instanceof FullHttpResponse response) {
                    response.release();
                }
            }
            return statuses;
        }
    }

    @Test
    void turnsAwayWhomThereIsNoSeatFor() {
        new Connection().ask("/api/v1/albums");
        new Connection().ask("/api/v1/albums");
        Connection third = new Connection();
        third.ask("/api/v1/albums?limit=50");

        assertThat(third.given).isEmpty();
        FullHttpResponse answer = third.channel.readOutbound();
        assertThat(answer.status().code()).isEqualTo(503);
        assertThat(answer.headers().get("Retry-After")).isEqualTo("1");
        assertThat(answer.headers().get("Content-Type")).isEqualTo("application/problem+json");
        ByteBuf body = answer.content();
        assertThat(body.toString(StandardCharsets.UTF_8))
                .contains("\"code\":\"overloaded\"", "\"instance\":\"/api/v1/albums\"", answer.headers().get("X-Trace-Id"));
        answer.release();
        assertThat(gates.turnedAway(Load.READ)).isOne();
        assertThat(third.channel.isOpen()).as("it may ask again").isTrue();
    }

    @Test
    void letsInWhoWaitedOnceAnAnswerBegins() {
        Connection first = new Connection();
        first.ask("/api/v1/albums");
        Connection second = new Connection();
        second.ask("/api/v1/images");
        assertThat(second.given).isEmpty();

        first.answer(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));

        assertThat(second.given).containsExactly("/api/v1/images");
        assertThat(second.ends).isOne();
    }

    @Test
    void goesOnWithAConnectionThatWasTurnedAway() {
        Connection first = new Connection();
        first.ask("/api/v1/albums");
        new Connection().ask("/api/v1/albums");
        Connection third = new Connection();
        third.ask("/api/v1/albums");
        first.answer(200);
        connections.get(1).answer(200);
        third.ask("/api/v1/images");

        assertThat(third.given).containsExactly("/api/v1/images");
        assertThat(third.ends).as("the end of what was turned away is not passed on").isOne();
    }

    @Test
    void keepsArchivesInsideUntilTheirLastByte() {
        Connection first = new Connection();
        first.ask("/api/v1/albums/1/archive");
        Connection second = new Connection();
        second.ask("/api/v1/albums/1/archive");

        first.answer(new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
        assertThat(second.given).isEmpty();
        first.answer(LastHttpContent.EMPTY_LAST_CONTENT);
        assertThat(second.given).hasSize(1);
    }

    @Test
    void takesAnInterimAnswerForNone() {
        Connection first = new Connection();
        first.beginUpload();
        Connection second = new Connection();
        second.beginUpload();

        first.answer(100);
        assertThat(second.given).isEmpty();
        first.answer(201);
        assertThat(second.given).hasSize(1);
    }

    @Test
    void waitsNoLongerThanTheLongestWait() {
        new Connection().ask("/api/v1/albums");
        Connection second = new Connection();
        second.ask("/api/v1/albums");
        second.channel.advanceTimeBy(6, TimeUnit.MINUTES);
        second.channel.runScheduledPendingTasks();

        assertThat(second.answered()).containsExactly(503);
        assertThat(second.given).isEmpty();
    }

    @Test
    void refusesAnUploadBeforeItsBytes() {
        new Connection().beginUpload();
        new Connection().beginUpload();
        Connection third = new Connection();
        third.beginUpload();

        assertThat(third.answered()).containsExactly(503);
        third.sendBytes(1 << 20);
        assertThat(third.given).isEmpty();
        assertThat(third.bytes).isZero();
        assertThat(third.channel.isOpen()).as("a little is thrown away, so that the answer is read").isTrue();
        third.sendBytes(4 << 20);
        assertThat(third.channel.isOpen()).isFalse();
    }

    @Test
    void holdsTheBytesOfAnUploadThatWaits() {
        Connection first = new Connection();
        first.beginUpload();
        Connection second = new Connection();
        second.beginUpload();
        second.sendBytes(100);
        assertThat(second.bytes).isZero();

        first.answer(201);
        second.sendBytes(50);
        assertThat(second.given).hasSize(1);
        assertThat(second.bytes).isEqualTo(150);
    }

    @Test
    void keepsTheOrderOfAnswers() {
        Connection other = new Connection();
        Connection connection = new Connection();
        connection.ask("/api/v1/albums");
        other.ask("/api/v1/albums");
        connection.ask("/api/v1/images");
        assertThat(connection.answered()).as("the first is not answered yet").isEmpty();

        connection.answer(200);

        assertThat(connection.answered()).containsExactly(200, 503);
        assertThat(connection.given).containsExactly("/api/v1/albums");
    }

    @Test
    void givesBackThePlacesOfThoseWhoGo() {
        Connection first = new Connection();
        first.ask("/api/v1/albums");
        Connection second = new Connection();
        second.ask("/api/v1/albums");
        Connection third = new Connection();
        second.channel.close();
        third.ask("/api/v1/albums");
        first.channel.close();
        connections.forEach(connection -> connection.channel.runPendingTasks());

        assertThat(second.given).isEmpty();
        assertThat(third.given).containsExactly("/api/v1/albums");
    }

    @Test
    void neverTurnsAwayHealthAndMetrics() {
        new Connection().ask("/api/v1/albums");
        new Connection().ask("/api/v1/albums");
        for (String path : List.of("/health/liveness", "/health/readiness?x", "/prometheus", "/api/v1/events")) {
            Connection connection = new Connection();
            connection.ask(path);
            assertThat(connection.given).containsExactly(path);
        }
    }

    @Test
    void keepsNoKindOutForAnother() {
        for (String path : List.of("/api/v1/albums", "/api/v1/images/1/thumbnail", "/api/v1/albums/1/archive?size=large")) {
            Connection connection = new Connection();
            connection.ask(path);
            assertThat(connection.given).containsExactly(path);
        }
        Connection upload = new Connection();
        upload.beginUpload();
        assertThat(upload.given).hasSize(1);
        Connection change = new Connection();
        HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.PATCH, "/api/v1/images/1");
        request.headers().set("Content-Type", "application/merge-patch+json").set("Content-Length", "2");
        change.channel.writeInbound(request);
        assertThat(change.given).hasSize(1);
    }
}
