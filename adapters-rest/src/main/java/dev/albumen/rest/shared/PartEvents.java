package dev.albumen.rest.shared;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** What the parser found in the bytes that it was given last, in order, until it is taken. */
final class PartEvents implements MultiPart.Parser.Listener {

    /** Something found in a body of parts. */
    sealed interface Event {}

    /** A part's headers, by lower-case name. Of one that is there twice, the first counts. */
    record Start(Map<String, String> headers) implements Event {}

    /** A piece of a part's content. It lies in the parser's input, so it is good until the next of that is read. */
    record Piece(ByteBuffer bytes) implements Event {}

    /** The end of a part. */
    record End() implements Event {}

    /** The end of the body. */
    record Complete() implements Event {}

    private final Queue<Event> found = new ArrayDeque<>();
    private Map<String, String> headers = Map.of();
    private boolean failed;

    /** The next event; {@code null} where the parser needs more bytes for it. */
    @Nullable Event poll() {
        return found.poll();
    }

    /** Whether the body is broken behind the events that are left. */
    boolean failed() {
        return failed;
    }

    @Override
    public void onPartBegin() {
        headers = new LinkedHashMap<>();
    }

    @Override
    public void onPartHeader(String name, @Nullable String value) {
        headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value == null ? "" : value);
    }

    @Override
    public void onPartHeaders() {
        found.add(new Start(headers));
    }

    @Override
    public void onPartContent(Content.Chunk chunk) {
        found.add(new Piece(chunk.getByteBuffer()));
    }

    @Override
    public void onPartEnd() {
        found.add(new End());
    }

    @Override
    public void onComplete() {
        found.add(new Complete());
    }

    @Override
    public void onFailure(Throwable failure) {
        failed = true;
    }
}
