package dev.albumen.application.user;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.albumen.domain.shared.Refusal;
import dev.albumen.domain.shared.RefusedException;
import java.util.Locale;
import org.assertj.core.api.Assertions;

/** Says which refusal a test expects, by its code or, where it has none, by its kind. */
final class Refusals {

    private Refusals() {}

    static void assertRefused(String code, Runnable act) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(RefusedException.class,
                refused -> Assertions.assertThat(code(refused.refusal())).isEqualTo(code));
    }

    private static String code(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Forbidden forbidden -> forbidden.code();
            case Refusal.Unauthenticated unauthenticated -> unauthenticated.code();
            case Refusal.Conflict conflict -> conflict.code();
            case Refusal.Invalid invalid -> invalid.violations().getFirst().code();
            default -> refusal.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }
}
