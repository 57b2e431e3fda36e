package dev.albumen.rest.rendition;

import dev.albumen.application.image.ImagePasses;
import dev.albumen.application.rendition.DeliverImageInSession;
import dev.albumen.application.rendition.DeliverImageInSession.Proof;
import dev.albumen.application.rendition.Serving;
import dev.albumen.application.rendition.Wanted;
import dev.albumen.application.share.DeliverSharedRendition;
import dev.albumen.application.share.Knock;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.domain.shared.SessionId;
import dev.albumen.domain.shared.Viewer;
import dev.albumen.rest.shared.AnswerHeaders;
import dev.albumen.rest.shared.AnsweredRequests;
import dev.albumen.rest.shared.ByteHeaders;
import dev.albumen.rest.shared.Bytes;
import dev.albumen.rest.user.KnownTokens;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The same answers as by the common way, for renditions that are in memory or that the client has. */
@Singleton
final class PlainRenditionAnswers implements PlainRenditionHandler.Answers {

    private final DeliverImageInSession deliver;
    private final DeliverSharedRendition deliverShared;
    private final KnownTokens tokens;
    private final ServingAnswers answers;
    private final ServedBlobs blobs;
    private final InstantSource clock;
    private final @Nullable AnsweredRequests answered;
    private volatile Now now = new Now(0, "");

    PlainRenditionAnswers(
            DeliverImageInSession deliver, DeliverSharedRendition deliverShared, KnownTokens tokens, ServingAnswers answers,
            ServedBlobs blobs, InstantSource clock, @Nullable AnsweredRequests answered) {
        this.deliver = deliver;
        this.deliverShared = deliverShared;
        this.tokens = tokens;
        this.answers = answers;
        this.blobs = blobs;
        this.clock = clock;
        this.answered = answered;
    }

    /** @param text as {@code Date} says it (RFC 9110, section 5.6.7) */
    private record Now(long second, String text) {}

    @Override
    public CompletionStage<@Nullable FullHttpResponse> to(HttpRequest request, PlainRendition wanted, Executor then) {
        long began = System.nanoTime();
        HttpHeaders asked = request.headers();
        Wanted what = ServingAnswers.wanted(asked.getAll(HttpHeaderNames.ACCEPT), wanted.what());
        CompletionStage<Serving> found = found(wanted, what, then);
        if (found == null) {
            return CompletableFuture.completedFuture(null);
        }
        boolean signed = wanted.right() instanceof PlainRendition.Right.Signed;
        return found.thenApply(serving -> {
            FullHttpResponse answer = answer(asked, answers.bytes(what, serving, signed), serving.key());
            if (answer != null && answered != null) {
                answered.answered(wanted.route(), answer.status().code(), System.nanoTime() - began);
            }
            return answer;
        });
    }

    /** {@code null} for a token that is yet to be verified. */
    private @Nullable CompletionStage<Serving> found(PlainRendition wanted, Wanted what, Executor then) {
        return switch (wanted.right()) {
            case PlainRendition.Right.Signed(SessionId session, ImagePasses.Pass pass) -> deliver.handle(Viewer.ANONYMOUS,
                    new DeliverImageInSession.Query(wanted.id(), what, session, new Proof.Signature(pass), then, false));
            case PlainRendition.Right.Shared(String token, ImagePasses.Pass pass) -> deliverShared.handle(Viewer.ANONYMOUS,
                    new DeliverSharedRendition.Query(new Knock(token, null), wanted.id(), what, pass, then));
            case PlainRendition.Right.Authorized(String authorization) -> {
                KnownTokens.Holder holder = tokens.holder(authorization);
                yield holder == null ? null : deliver.handle(Viewer.ANONYMOUS, new DeliverImageInSession.Query(
                        wanted.id(), what, holder.session(), new Proof.Token(holder.user()), then, false));
            }
        };
    }

    private @Nullable FullHttpResponse answer(HttpHeaders asked, Bytes bytes, BlobKey key) {
        if (bytes.areNamed(asked.get(HttpHeaderNames.IF_NONE_MATCH))) {
            FullHttpResponse answer = answer(asked, HttpResponseStatus.NOT_MODIFIED, Unpooled.EMPTY_BUFFER);
            ByteHeaders.notModified(bytes, answer.headers()::set);
            return answer;
        }
        byte[] kept = blobs.kept(key);
        if (kept == null) {
            return null;
        }
        FullHttpResponse answer = answer(asked, HttpResponseStatus.OK, Unpooled.wrappedBuffer(kept));
        ByteHeaders.describe(bytes, kept.length, answer.headers()::set);
        return answer;
    }

    private FullHttpResponse answer(HttpHeaders asked, HttpResponseStatus status, ByteBuf content) {
        FullHttpResponse answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, content);
        answer.headers().set(HttpHeaderNames.VARY, "Accept").set(HttpHeaderNames.DATE, date());
        AnswerHeaders.putOnBytes(answer.headers()::set, asked.get("traceparent"));
        return answer;
    }

    private String date() {
        long second = clock.millis() / 1000;
        Now last = now;
        if (last.second() != second) {
            last = new Now(second, DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC)));
            now = last;
        }
        return last.text();
    }
}
