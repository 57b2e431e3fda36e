package dev.albumen.rest.shared;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Answers with bytes: whole or in part, tagged, and not sent to those who have them. */
@Singleton
public final class ByteAnswers {

    /** Up to here one buffer is cheaper than a stream. */
    private static final int SMALL = 64 << 10;

    private final ProblemAnswers problems;

    ByteAnswers(ProblemAnswers problems) {
        this.problems = problems;
    }

    /** 200, 206, 304 or 416, as the request's headers and the bytes' size make it. */
    public HttpResponse<?> of(HttpRequest<?> request, Bytes bytes) {
        String tag = "\"" + bytes.tag() + "\"";
        HttpHeaders asked = request.getHeaders();
        if (ETag.isNamed(asked.get(HttpHeaders.IF_NONE_MATCH), tag)) {
            return HttpResponse.notModified().header(HttpHeaders.ETAG, tag).header(HttpHeaders.CACHE_CONTROL, bytes.cacheControl());
        }
        String range = request.getMethod() == HttpMethod.GET ? asked.get(HttpHeaders.RANGE) : null;
        return switch (ByteRange.of(range, asked.get(HttpHeaders.IF_RANGE), tag, bytes.byteSize())) {
            case ByteRange.Whole whole -> sent(request, HttpResponse.ok(), bytes, tag, 0, bytes.byteSize());
            case ByteRange.Part(long offset, long length) -> sent(request, HttpResponse.ok().status(206), bytes, tag, offset, length)
                .header(HttpHeaders.CONTENT_RANGE, "bytes " + offset + "-" + (offset + length - 1) + "/" + bytes.byteSize());
            case ByteRange.Unsatisfiable none -> problems.to(request, Problem
                .of(416, "range-not-satisfiable", "There are no such bytes: the whole has " + bytes.byteSize() + ".")
                .with(HttpHeaders.CONTENT_RANGE, "bytes */" + bytes.byteSize()));
        };
    }

    private static MutableHttpResponse<Object> sent(
            HttpRequest<?> request, MutableHttpResponse<Object> answer, Bytes bytes, String tag, long offset, long length) {
        answer.header(HttpHeaders.CONTENT_TYPE, bytes.mediaType())
            .header(HttpHeaders.CONTENT_LENGTH, Long.toString(length))
            .header(HttpHeaders.ETAG, tag)
            .header(HttpHeaders.CACHE_CONTROL, bytes.cacheControl())
            .header(HttpHeaders.ACCEPT_RANGES, "bytes")
            .header(AnswerHeaders.CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'");
        if (bytes.disposition() != null) {
            answer.header(HttpHeaders.CONTENT_DISPOSITION, bytes.disposition());
        }
        if (request.getMethod() == HttpMethod.HEAD || length == 0) {
            return answer;
        }
        InputStream stream = bytes.opener().open(offset, length);
        return answer.body(length > SMALL ? new ByteStream(stream, length) : buffered(stream, (int) length));
    }

    private static byte[] buffered(InputStream stream, int length) {
        try (stream) {
            return stream.readNBytes(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
