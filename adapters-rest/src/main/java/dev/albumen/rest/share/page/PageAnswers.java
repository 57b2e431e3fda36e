package dev.albumen.rest.share.page;

import dev.albumen.rest.shared.AnswerHeaders;
import dev.albumen.rest.shared.ByteAnswers;
import dev.albumen.rest.shared.Bytes;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Answers with pages, which may load nothing but pictures, films and the style sheet of this service. */
@Singleton
final class PageAnswers {

    static final String TYPE = "text/html; charset=utf-8";
    /** Whoever has the page asks each time whether it still holds, since a link may be ended or changed at any moment. */
    static final String ASKED_EACH_TIME = "private, no-cache";
    /** What is behind a password stays nowhere. */
    static final String KEPT_NOWHERE = "no-store";
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";
    private static final Pattern GZIP = Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");
    private static final int MULTIPLE_CHOICES = 300;
    private static final int USUAL_BYTES = 16 << 10;

    private final ByteAnswers answers;

    PageAnswers(ByteAnswers answers) {
        this.answers = answers;
    }

    /** The bytes of a page: what a template writes. */
    static byte[] written(Consumer<HtmlTemplateOutput> template) {
        Utf8ByteOutput page = new Utf8ByteOutput(USUAL_BYTES);
        template.accept(new OwaspHtmlTemplateOutput(page));
        return page.toByteArray();
    }

    /**
     * 200 with a page, or 304.
     *
     * @param secret whether it is for those alone who know a password
     */
    MutableHttpResponse<?> of(HttpRequest<?> request, WrittenPages.Written page, boolean secret) {
        boolean packed = takesGzip(request);
        Bytes bytes = packed ? page.packed() : page.plain();
        MutableHttpResponse<?> answer = answers.of(request, bytes);
        if (secret) {
            answer.getHeaders().set(HttpHeaders.CACHE_CONTROL, KEPT_NOWHERE);
        }
        if (packed && answer.code() < MULTIPLE_CHOICES) {
            answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return described(answer);
    }

    /** A page that is for now and for whoever asked alone. */
    static MutableHttpResponse<?> told(int status, byte[] page) {
        return described(HttpResponse.ok(page).status(status).contentType(TYPE).header(HttpHeaders.CACHE_CONTROL, KEPT_NOWHERE));
    }

    private static boolean takesGzip(HttpRequest<?> request) {
        return GZIP.matcher(String.join(",", request.getHeaders().getAll(HttpHeaders.ACCEPT_ENCODING))).find();
    }

    static MutableHttpResponse<?> described(MutableHttpResponse<?> answer) {
        answer.getHeaders().set("Content-Security-Policy", POLICY);
        answer.getHeaders().set(AnswerHeaders.REFERRER_POLICY, "same-origin");
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING);
    }
}
