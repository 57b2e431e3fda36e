package dev.albumen.bootstrap.chaos;

import dev.albumen.bootstrap.process.Answer;
import dev.albumen.bootstrap.process.Client;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the calls of one client, signed in or not, on any node, and writes down each one before and after. */
final class Caller {

    private static final int TRIES = 30;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(600);

    private final int client;
    private final String account;
    private final Fleet fleet;
    private final Journal journal;
    private final AtomicLong numbers;
    private final Dice dice;
    private final Ending ending;
    private volatile Optional<String> token = Optional.empty();

    Caller(int client, String account, Fleet fleet, Journal journal, AtomicLong numbers, Dice dice, Ending ending) {
        this.client = client;
        this.account = account;
        this.fleet = fleet;
        this.journal = journal;
        this.numbers = numbers;
        this.dice = dice;
        this.ending = ending;
    }

    /** What is asked of the service, by somebody who may be signed in. */
    interface Request {
        Answer send(Client client);
    }

    /** What is to be noted of a good answer. */
    interface Notes extends Function<Answer, Map<String, String>> {}

    static final Notes NOTHING = answer -> Map.of();

    /** A call that is the same however often it is made. */
    record Plan(Action action, @Nullable String key, Map<String, String> sent, Request request, Notes notes) {

        Plan(Action action, Map<String, String> sent, Request request) {
            this(action, null, sent, request, NOTHING);
        }

        Plan noting(Notes more) {
            return new Plan(action, key, sent, request, more);
        }

        Plan under(String idempotencyKey) {
            return new Plan(action, idempotencyKey, sent, caller -> request.send(caller.with("Idempotency-Key", idempotencyKey)), notes);
        }
    }

    void useToken(String known) {
        token = Optional.of(known);
    }

    /** Asks once; empty where the connection died. */
    Optional<Answer> once(Plan plan) {
        return ask(plan, account, signedIn());
    }

    /** Asks once without an account. */
    Optional<Answer> asNobody(Plan plan) {
        Node node = fleet.drawn(dice, ending);
        return ask(plan, World.NOBODY, new At(node.number(), fleet.anyoneAt(node.number())));
    }

    /**
     * Asks until there is an answer that stands, as clients do; some give up early, and all do at the end of the run. Empty where they did.
     */
    Optional<Answer> untilAnswered(Plan plan) {
        int tries = dice.inHundred(5) ? 1 : TRIES;
        for (int i = 0; i < tries; i++) {
            Optional<Answer> answer = once(plan);
            if (answer.isPresent() && stands(answer.get())) {
                return answer;
            }
            if (!ending.pause(dice.between(SHORTEST_PAUSE, LONGEST_PAUSE))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    static boolean succeeded(Optional<Answer> answer) {
        return answer.isPresent() && answer.get().status() < 300;
    }

    private boolean stands(Answer answer) {
        if (answer.status() == 401) {
            token = Optional.empty();
            return false;
        }
        return answer.status() != 429 && answer.status() != 503 && (answer.status() != 409 || answer.header("Retry-After").isEmpty());
    }

    private record At(int node, Client client) {}

    /** At a node that is ready as far as is known. */
    private At signedIn() {
        while (true) {
            Node node = fleet.drawn(dice, ending);
            Client anyone = fleet.anyoneAt(node.number());
            try {
                Optional<String> known = token;
                if (known.isEmpty()) {
                    known = signIn(anyone);
                    token = known;
                }
                if (known.isPresent()) {
                    return new At(node.number(), anyone.bearing(known.get()));
                }
            } catch (UncheckedIOException e) {
                // Another node, or this one later.
            }
            if (ending.hasCome()) {
                return new At(node.number(), anyone);
            }
            ending.pause(SHORTEST_PAUSE);
        }
    }

    private Optional<String> signIn(Client anyone) {
        Answer answer = anyone.post("auth/login", Map.of("login", account, "password", Client.PASSWORD));
        return answer.status() == 200 ? Optional.of(answer.at("accessToken")) : Optional.empty();
    }

    private Optional<Answer> ask(Plan plan, String as, At at) {
        long number = numbers.incrementAndGet();
        journal.before(new Call(number, client, as, at.node(), plan.action(), plan.key(), plan.sent(), System.currentTimeMillis()));
        try {
            Answer answer = plan.request().send(at.client());
            fleet.nodes().get(at.node()).answered();
            journal.after(new Outcome(number, Integer.toString(answer.status()), noted(plan, answer), System.currentTimeMillis()));
            return Optional.of(answer);
        } catch (UncheckedIOException died) {
            journal.after(new Outcome(number, Outcome.NONE, Map.of(), System.currentTimeMillis()));
            return Optional.empty();
        }
    }

    private static Map<String, String> noted(Plan plan, Answer answer) {
        if (answer.status() < 300) {
            return plan.notes().apply(answer);
        }
        Map<String, String> refusal = new HashMap<>();
        if (!answer.header("Retry-After").isEmpty()) {
            refusal.put("retryAfter", answer.header("Retry-After"));
        }
        if (answer.header("Content-Type").contains("json")) {
            refusal.put("code", answer.at("code"));
        }
        return refusal;
    }
}
