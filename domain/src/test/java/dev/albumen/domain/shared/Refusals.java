package dev.albumen.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What an act is refused with. */
public final class Refusals {

    private Refusals() {}

    /** The act's refusal; fails where the act is done, or fails otherwise. */
    public static Refusal refusalOf(ThrowingCallable act) {
        Throwable thrown = catchThrowable(act);
        assertThat(thrown).isInstanceOf(RefusedException.class);
        return ((RefusedException) thrown).refusal();
    }

    /** The code of the act's refusal, for the kinds of refusal that have one; that of the only violation for {@code Invalid}. */
    public static String codeOf(ThrowingCallable act) {
        return switch (refusalOf(act)) {
            case Refusal.Forbidden(String code, String detail) -> code;
            case Refusal.Unauthenticated(String code, String detail) -> code;
            case Refusal.Conflict(String code, String detail) -> code;
            case Refusal.Gone(String code, String detail) -> code;
            case Refusal.KeyReused none -> throw noCode(none);
            case Refusal.InFlight none -> throw noCode(none);
            case Refusal.TooLarge(String code, String detail) -> code;
            case Refusal.Unprocessable(String code, String detail) -> code;
            case Refusal.Incomplete(String code, List<Violation> violations) -> code;
            case Refusal.Invalid(List<Violation> violations) -> {
                assertThat(violations).hasSize(1);
                yield violations.getFirst().code();
            }
            case Refusal.NotFound none -> throw noCode(none);
            case Refusal.Stale none -> throw noCode(none);
            case Refusal.UnsupportedType none -> throw noCode(none);
            case Refusal.QuotaExceeded none -> throw noCode(none);
            case Refusal.Throttled none -> throw noCode(none);
        };
    }

    private static AssertionError noCode(Refusal refusal) {
        return new AssertionError("has no code: " + refusal);
    }
}
