package dev.albumen.rest.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRenditionHandlerTest {

    private static final String SIGNED = "/api/v1/images/0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/thumbnail"
            + "?session=0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c&expires=1900000000&signature=abc_-1";
    private static final String PLAIN = "/api/v1/images/0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/thumbnail";
    private static final String OTHER = "/api/v1/albums";

    private final List<CompletableFuture<@Nullable FullHttpResponse>> asked = new ArrayList<>();
    private final Framework framework = new Framework();
    private final EmbeddedChannel connection = new EmbeddedChannel(new PlainRenditionHandler((request, wanted, then) -> {
        CompletableFuture<@Nullable FullHttpResponse> answer = new CompletableFuture<>();
        asked.add(answer);
        return answer;
    }), framework);

    /** What comes after the handler: keeps what it is given and answers when it is told to. */
    private static final class Framework extends ChannelInboundHandlerAdapter {

        private final List<String> given = new ArrayList<>();
        private int ends;
        private int completed;
        private @Nullable ChannelHandlerContext context;

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
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            completed++;
        }

        void answer(HttpResponseStatus status) {
            if (context != null) {
                context.writeAndFlush(response(status));
            }
        }
    }

    @Test
    void answersInPlaceOfTheFramework() {
        send(SIGNED);
        asked.getFirst().complete(response(HttpResponseStatus.OK));

        assertThat(answered()).containsExactly(200);
        assertThat(framework.given).isEmpty();
    }

    @Test
    void letsOtherRequestsPass() {
        send(OTHER);

        assertThat(framework.given).containsExactly(OTHER);
        assertThat(framework.ends).isOne();
        assertThat(asked).isEmpty();
    }

    @Test
    void leavesToTheFrameworkWhatItCannotAnswer() {
        send(SIGNED);
        asked.getFirst().complete(null);
        framework.answer(HttpResponseStatus.NOT_FOUND);
        send(SIGNED);
        asked.get(1).completeExceptionally(new IllegalStateException("no database"));

        assertThat(framework.given).containsExactly(SIGNED, SIGNED);
        assertThat(framework.ends).isEqualTo(2);
        assertThat(answered()).containsExactly(404);
    }

    @Test
    void keepsTheOrderOfWhatComesWhileItAnswers() {
        send(SIGNED);
        send(OTHER);
        send(SIGNED);
        assertThat(framework.given).as("until the first is answered").isEmpty();

        asked.getFirst().complete(response(HttpResponseStatus.OK));
        assertThat(framework.given).as("the last one too, since its answer comes after the second's").containsExactly(OTHER, SIGNED);
        framework.answer(HttpResponseStatus.CREATED);
        framework.answer(HttpResponseStatus.ACCEPTED);

        assertThat(answered()).containsExactly(200, 201, 202);
        assertThat(asked).hasSize(1);
    }

    @Test
    void answersOneAfterTheOtherWhatComesAtOnce() {
        send(SIGNED);
        send(SIGNED);
        send(SIGNED);
        asked.get(0).complete(response(HttpResponseStatus.OK));
        asked.get(1).complete(response(HttpResponseStatus.NOT_MODIFIED));
        asked.get(2).complete(response(HttpResponseStatus.OK));

        assertThat(answered()).containsExactly(200, 304, 200);
        assertThat(framework.given).isEmpty();
        assertThat(framework.ends).isZero();
    }

    @Test
    void takesUpRequestsAgainWhenTheFrameworkHasAnsweredItsOwn() {
        send(OTHER);
        framework.answer(HttpResponseStatus.CONTINUE);
        send(SIGNED);
        assertThat(asked).as("the framework's answer is still to come").isEmpty();
        framework.answer(HttpResponseStatus.OK);
        framework.answer(HttpResponseStatus.OK);

        send(SIGNED);

        assertThat(asked).hasSize(1);
    }

    @Test
    void readsNoMoreWhileItAnswers() {
        connection.config().setAutoRead(false);
        Reads reads = new Reads();
        connection.pipeline().addFirst(reads);
        send(SIGNED);

        connection.read();
        assertThat(reads.count).isZero();
        asked.getFirst().complete(response(HttpResponseStatus.OK));

        assertThat(reads.count).isOne();
    }

    @Test
    void tellsTheFrameworkThatAllIsReadSoThatItSendsWhatItWrote() {
        send(SIGNED);
        int before = framework.completed;

        asked.getFirst().complete(null);

        assertThat(framework.completed).isGreaterThan(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/api/v1/images/0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/thumbnail",
        "/api/v1/images/0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/thumbnail?",
        "/api/v1/images/0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/",
        "/api/v1/images/0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/original?session=0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c&expires=1&signature=a",
        "/api/v1/images/0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/thumbnail?session=0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c&expires=1",
        "/api/v1/images/0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/thumbnail?session=x&expires=1&signature=a",
        "/api/v1/images/0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/thumbnail?session=0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c&expires=x&signature=a",
        "/api/v1/images/0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/thumbnail?session=0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c&expires=1&signature=%61",
        "/api/v1/images/0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/thumbnail?session=0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c&expires=1&signature=a&signature=a",
        "/api/v1/images/0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/thumbnail?session=0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c&expires=1&signature=a&b",
        "/api/v1/images/0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5bb/thumbnail?session=0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c&expires=1&signature=a",
        "/api/v1/images/?session=0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c&expires=1&signature=a"})
    void takesUpNothingThatIsNotPlainlySigned(String address) {
        send(address);

        assertThat(framework.given).containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Range", "Origin", "Expect", "Content-Length", "Transfer-Encoding", "Upgrade"})
    void takesUpNoRequestThatWantsMore(String header) {
        HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, SIGNED);
        request.headers().set(header, "0");
        connection.writeInbound(request, LastHttpContent.EMPTY_LAST_CONTENT);

        assertThat(framework.given).containsExactly(SIGNED);
    }

    @Test
    void takesUpARequestWithATokenInPlaceOfASignature() {
        send(PLAIN, "Bearer a.b.c");

        assertThat(asked).hasSize(1);
        assertThat(framework.given).isEmpty();
    }

    @Test
    void takesUpNoRequestWhoseRightIsInDoubt() {
        send(SIGNED, "Bearer a.b.c");
        framework.answer(HttpResponseStatus.OK);
        send(PLAIN, "Bearer a.b.c", "Bearer d.e.f");

        assertThat(framework.given).containsExactly(SIGNED, PLAIN);
        assertThat(asked).isEmpty();
    }

    @Test
    void takesUpNoLastRequestAndNoOtherMethod() {
        HttpRequest last = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, SIGNED);
        last.headers().set("Connection", "close");
        connection.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.HEAD, SIGNED), LastHttpContent.EMPTY_LAST_CONTENT);
        framework.answer(HttpResponseStatus.OK);
        connection.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_0, HttpMethod.GET, SIGNED), LastHttpContent.EMPTY_LAST_CONTENT);
        framework.answer(HttpResponseStatus.OK);
        connection.writeInbound(last, LastHttpContent.EMPTY_LAST_CONTENT);

        assertThat(framework.given).hasSize(3);
    }

    private void send(String address, String... authorizations) {
        HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, address);
        request.headers().add("Authorization", List.of(authorizations));
        connection.writeInbound(request, LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private void send(String address) {
        connection.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, address), LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private List<Integer> answered() {
        List<Integer> statuses = new ArrayList<>();
        for (Object answer = connection.readOutbound(); answer != null; answer = connection.readOutbound()) {
            statuses.add(((FullHttpResponse) answer).status().code());
        }
        return statuses;
    }

    private static FullHttpResponse response(HttpResponseStatus status) {
        return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
    }
}
