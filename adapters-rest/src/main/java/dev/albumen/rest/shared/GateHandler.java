package dev.albumen.rest.shared;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets the requests of one connection in, has them wait, or turns them away, before anything else sees them and before
 * their bodies are read. A request is inside until its answer begins, or ends where that takes work too.
 *
 * <p>Answers keep the order of their requests: one that comes while an earlier one is inside goes in at once, or is turned
 * away once the earlier ones are answered, and the connection with it.
 */
final class GateHandler extends ChannelDuplexHandler {

    private final Gates gates;
    private final BusyAnswers busy;
    /** Requests that are not answered whole yet, in their order. */
    private final Deque<Visit> inside = new ArrayDeque<>();
    /** The request that waits, and what came behind it. */
    private final Deque<Object> held = new ArrayDeque<>();
    private @Nullable Turn waiting;
    /** Whether somebody wants to read more, once the request that waits is let in. */
    private boolean readWanted;
    private @Nullable Refused refusedLater;
    /** Whether the end of a request is still to come that was turned away. */
    private boolean swallowing;
    private @Nullable Leftover leftover;

    GateHandler(Gates gates, BusyAnswers busy) {
        this.gates = gates;
        this.busy = busy;
    }

    private record Refused(HttpRequest request, Load load) {}

    /** A request that is not answered whole yet; without a gate where it is of no kind that is counted. */
    private static final class Visit {

        private final @Nullable Gate gate;
        private final boolean toTheEnd;
        private boolean left;

        private Visit(@Nullable Gate gate, boolean toTheEnd) {
            this.gate = gate;
            this.toTheEnd = toTheEnd;
        }

        void leave() {
            if (gate != null && !left) {
                left = true;
                gate.leave();
            }
        }
    }

    /** A request's waiting for a place. */
    private final class Turn implements Gate.Waiter {

        private final ChannelHandlerContext connection;
        private final Load load;
        private @Nullable Future<?> end;

        private Turn(ChannelHandlerContext connection, Load load) {
            this.connection = connection;
            this.load = load;
        }

        @Override
        public void called() {
            connection.executor().execute(() -> letIn(this));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext connection, Object message) {
        if (leftover != null) {
            leftover.discard(connection, message);
        } else if (refusedLater != null) {
            ReferenceCountUtil.release(message);
        } else if (waiting != null) {
            held.add(message);
        } else if (swallowing) {
            swallowing = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
        } else if (!(message instanceof HttpRequest request) || comesIn(connection, request)) {
            connection.fireChannelRead(message);
        }
    }

    private boolean comesIn(ChannelHandlerContext connection, HttpRequest request) {
        // what cannot be read is a head and an end in one, and cheap to refuse
        Load load = request.decoderResult().isFailure() ? null : Load.of(request);
        if (load == null) {
            inside.add(new Visit(null, false));
            return true;
        }
        Gate gate = gates.of(load);
        if (!inside.isEmpty()) {
            if (!gate.enterNow()) {
                refusedLater = new Refused(request, load);
                return false;
            }
            inside.add(new Visit(gate, load.lastsToTheEnd()));
            return true;
        }
        Turn turn = new Turn(connection, load);
        switch (gate.enter(turn)) {
            case IN -> {
                inside.add(new Visit(gate, load.lastsToTheEnd()));
                return true;
            }
            case WAITING -> {
                waiting = turn;
                held.add(request);
                turn.end = connection.executor()
                        .schedule(() -> giveUp(turn), gates.longestWait().toMillis(), TimeUnit.MILLISECONDS);
            }
            case FULL -> turnAway(connection, request, load);
        }
        return false;
    }

    private void letIn(Turn turn) {
        Gate gate = gates.of(turn.load);
        if (waiting != turn) {
            gate.leave(); // the connection was closed meanwhile
            return;
        }
        waiting = null;
        if (turn.end != null) {
            turn.end.cancel(false);
        }
        inside.add(new Visit(gate, turn.load.lastsToTheEnd()));
        turn.connection.fireChannelRead(held.remove());
        goOn(turn.connection);
    }

    private void giveUp(Turn turn) {
        if (waiting == turn && gates.of(turn.load).giveUp(turn)) {
            waiting = null;
            turnAway(turn.connection, (HttpRequest) held.remove(), turn.load);
            goOn(turn.connection);
        }
    }

    private void goOn(ChannelHandlerContext connection) {
        while (waiting == null && !held.isEmpty()) {
            channelRead(connection, held.remove());
        }
        connection.fireChannelReadComplete();
        if (readWanted && waiting == null) {
            readWanted = false;
            connection.read();
        }
    }

    private void turnAway(ChannelHandlerContext connection, HttpRequest request, Load load) {
        gates.turnAway(load);
        HttpResponse answer = busy.to(request, load);
        boolean keep = HttpUtil.isKeepAlive(request) && !Load.hasBody(request) && refusedLater == null;
        HttpUtil.setKeepAlive(answer, keep);
        if (keep) {
            swallowing = true;
            connection.writeAndFlush(answer, connection.voidPromise());
        } else {
            leftover = new Leftover();
            connection.writeAndFlush(answer).addListener((ChannelFutureListener) written -> leftover.begin(connection));
        }
    }

    @Override
    public void read(ChannelHandlerContext connection) {
        if (waiting == null) {
            connection.read();
        } else {
            readWanted = true;
        }
    }

    @Override
    public void write(ChannelHandlerContext connection, Object message, ChannelPromise promise) {
        Visit first = inside.peek();
        if (first != null && message instanceof HttpResponse && !isInterim(message) && !first.toTheEnd) {
            first.leave();
        }
        if (first != null && message instanceof LastHttpContent && !isInterim(message)) {
            inside.remove();
            first.leave();
        }
        connection.write(message, promise);
        if (refusedLater != null && inside.isEmpty()) {
            turnAway(connection, refusedLater.request(), refusedLater.load());
        }
    }

    /** Such as 100 (Continue), after which the answer is still to come. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    @Override
    public void channelInactive(ChannelHandlerContext connection) {
        end();
        connection.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext connection) {
        end();
    }

    private void end() {
        Turn turn = waiting;
        waiting = null;
        if (turn != null) {
            if (turn.end != null) {
                turn.end.cancel(false);
            }
            gates.of(turn.load).giveUp(turn); // or it is called, and leaves then
        }
        held.forEach(ReferenceCountUtil::release);
        held.clear();
        inside.forEach(Visit::leave);
        inside.clear();
    }
}
