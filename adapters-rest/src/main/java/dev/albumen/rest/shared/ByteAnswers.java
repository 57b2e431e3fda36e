package dev.albumen.rest.shared;

import dev.albumen.application.shared.DependencyException;
import dev.albumen.application.storage.BlobStore;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/** Answers with bytes: whole or in part, tagged, and not sent to those who have them. */
@Singleton
public final class ByteAnswers {

    /** Up to here one buffer is cheaper than a stream. */
    private static final int SMALL = 64 << 10;

    private final ProblemAnswers problems;

    ByteAnswers(ProblemAnswers problems) {
        this.problems = problems;
    }

    /** 200, 206, 304, 412 or 416, as the request's headers and the bytes' size make it (RFC 9110, section 13.2.2). */
    public MutableHttpResponse<?> of(HttpRequest<?> request, Bytes bytes) {
        HttpHeaders asked = request.getHeaders();
        if (bytes.areOthersThan(asked.get(HttpHeaders.IF_MATCH))) {
            return problems.to(request, Problem.of(412, "stale", "These are no longer the bytes that you have a part of."));
        }
        if (bytes.areNamed(asked.get(HttpHeaders.IF_NONE_MATCH))) {
            MutableHttpResponse<?> answer = HttpResponse.notModified();
            ByteHeaders.notModified(bytes, answer::header);
            return answer;
        }
        if (request.getMethod() == HttpMethod.HEAD) {
            return described(HttpResponse.ok(), bytes, bytes.source().byteSize());
        }
        String range = asked.get(HttpHeaders.RANGE);
        if (range == null) {
            return whole(bytes);
        }
        long size = bytes.source().byteSize();
        return switch (ByteRange.of(range, asked.get(HttpHeaders.IF_RANGE), bytes.entityTag(), size)) {
            case ByteRange.Whole whole -> whole(bytes);
            case ByteRange.Part(long offset, long length) ->
                described(sending(bytes.source().part(offset, length), length).status(206), bytes, length)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes " + offset + "-" + (offset + length - 1) + "/" + size);
            case ByteRange.Unsatisfiable none -> problems.to(request, Problem
                .of(416, "range-not-satisfiable", "There are no such bytes: the whole has " + size + ".")
                .with(HttpHeaders.CONTENT_RANGE, "bytes */" + size));
        };
    }

    private static MutableHttpResponse<Object> whole(Bytes bytes) {
        return switch (bytes.source().whole()) {
            case Bytes.Whole.InMemory(byte[] kept) -> described(HttpResponse.ok(kept), bytes, kept.length);
            case Bytes.Whole.Open(BlobStore.Content content) ->
                described(sending(content, content.byteSize()), bytes, content.byteSize());
        };
    }

    private static MutableHttpResponse<Object> sending(BlobStore.Content content, long length) {
        return HttpResponse.ok(length > SMALL ? new ByteStream(content.stream(), length) : buffered(content.stream(), (int) length));
    }

    private static MutableHttpResponse<Object> described(MutableHttpResponse<Object> answer, Bytes bytes, long length) {
        ByteHeaders.describe(bytes, length, answer::header);
        return answer;
    }

    private static byte[] buffered(InputStream stream, int length) {
        try (stream) {
            return stream.readNBytes(length);
        } catch (IOException e) {
            throw new DependencyException("a blob could not be read", e);
        }
    }
}
