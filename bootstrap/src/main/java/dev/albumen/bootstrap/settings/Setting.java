package dev.albumen.bootstrap.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One setting.
 *
 * @param key such as {@code albumen.public-url}
 * @param defaultValue empty where there is none
 * @param meaning one sentence for the documentation
 * @param form what a value must look like, in words
 * @param fits whether a value looks like that
 * @param secret whether the value must never be shown
 */
public record Setting(
        String key, Optional<String> defaultValue, String meaning, String form, Predicate<String> fits, boolean secret) {

    /** Any text. */
    static Setting text(String key, String defaultValue, String meaning) {
        return new Setting(key, given(defaultValue), meaning, "text", value -> true, false);
    }

    /** Text that is never shown. */
    static Setting secret(String key, String meaning) {
        return new Setting(key, Optional.empty(), meaning, "text", value -> true, true);
    }

    /** One of some words; the first is the default. */
    static Setting oneOf(String key, String meaning, String... allowed) {
        List<String> words = List.of(allowed);
        return new Setting(key, Optional.of(allowed[0]), meaning, String.join(", ", words), words::contains, false);
    }

    /** A whole number in a range. */
    static Setting number(String key, int defaultValue, int least, int most, String meaning) {
        Predicate<String> inRange = value -> value.matches("[0-9]{1,9}")
                && Integer.parseInt(value) >= least
                && Integer.parseInt(value) <= most;
        String form = "a number from " + least + " to " + most;
        return new Setting(key, Optional.of(Integer.toString(defaultValue)), meaning, form, inRange, false);
    }

    /** The same setting with a form to keep. */
    Setting as(String wantedForm, Predicate<String> wantedFits) {
        return new Setting(key, defaultValue, meaning, wantedForm, wantedFits, secret);
    }

    /** The name in the environment, such as {@code ALBUMEN_PUBLIC_URL}. */
    public String variable() {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** @throws StartRefused where the value does not fit */
    void check(String value) {
        if (!fits.test(value)) {
            String shown = secret ? "the value" : "\"" + value + "\"";
            throw new StartRefused(variable(), shown + " is not allowed; it can be " + form);
        }
    }

    private static Optional<String> given(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
