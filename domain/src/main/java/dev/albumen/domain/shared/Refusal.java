package dev.albumen.domain.shared;

import java.time.Duration;
import java.util.List;

/** Why something asked for is not done. The whole family; the HTTP adapter maps it with one exhaustive switch. */
public sealed interface Refusal {

    /** A sentence for people, without internals. */
    String detail();

    /** The thing does not exist, or the viewer may not know that it does: both look the same. */
    record NotFound() implements Refusal {
        @Override
        public String detail() {
            return "There is nothing here that you can see.";
        }
    }

    /** The viewer may see the thing but not do this to it. */
    record Forbidden(String code, String detail) implements Refusal {}

    /** There is no valid identity. */
    record Unauthenticated(String code, String detail) implements Refusal {}

    /** The input breaks rules that can be told from it alone. */
    record Invalid(List<Violation> violations) implements Refusal {
        public Invalid {
            violations = List.copyOf(violations);
        }

        @Override
        public String detail() {
            return violations.size() == 1 ? violations.getFirst().detail() : "Some values are not acceptable.";
        }
    }

    /** Well-formed input that lacks what is wanted of it here. */
    record Incomplete(String code, List<Violation> violations) implements Refusal {
        public Incomplete {
            violations = List.copyOf(violations);
        }

        @Override
        public String detail() {
            return "Something that is wanted here is missing.";
        }
    }

    /** The state of things does not allow it. */
    record Conflict(String code, String detail) implements Refusal {}

    /** The version that the change was based on is no longer the current one. */
    record Stale() implements Refusal {
        @Override
        public String detail() {
            return "This has changed since you read it. Read it again and repeat your change.";
        }
    }

    /** The key of this request was given to another one. */
    record KeyReused() implements Refusal {
        @Override
        public String detail() {
            return "This Idempotency-Key was sent with another request. Choose a new one for each request.";
        }
    }

    /** The same request under the same key is being handled now. */
    record InFlight(Duration retryAfter) implements Refusal {
        @Override
        public String detail() {
            return "A request with this Idempotency-Key is being handled. Send it again in a moment.";
        }
    }

    /** It existed and is over: an expired link. */
    record Gone(String code, String detail) implements Refusal {}

    /** More bytes or pixels than allowed. */
    record TooLarge(String code, String detail) implements Refusal {}

    /** A kind of content that this instance does not take. */
    record UnsupportedType(String detail) implements Refusal {}

    /** Content of an accepted kind that is broken, or not what was announced. */
    record Unprocessable(String code, String detail) implements Refusal {}

    /** The user's storage is used up. */
    record QuotaExceeded(long bytesLeft) implements Refusal {
        @Override
        public String detail() {
            return "Your storage is used up: " + bytesLeft + " bytes are left.";
        }
    }

    /**
     * Too many tries.
     *
     * @param limit the limit's name
     * @param tries how many it allows
     * @param per in what time
     * @param retryAfter when the next one is free
     */
    record Throttled(String limit, int tries, Duration per, Duration retryAfter) implements Refusal {
        @Override
        public String detail() {
            return "Too many tries. Wait a moment and try again.";
        }
    }

    /** The exception that carries this refusal and rolls everything back. */
    default RefusedException thrown() {
        return new RefusedException(this);
    }

    /** One violation as a thrown refusal. */
    static RefusedException invalid(String pointer, String code, String detail) {
        return new Invalid(List.of(new Violation(pointer, code, detail))).thrown();
    }

    /** A thing that is not there, or not for this viewer. */
    static RefusedException notFound() {
        return new NotFound().thrown();
    }
}
