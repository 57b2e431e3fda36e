package dev.albumen.bootstrap.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One setting.
 *
 * @param key such as {@code albumen.public-url}; a part of it that is {@value #NAME} stands for any name, of which there may
 *     be several
 * @param defaultValue empty where there is none
 * @param meaning one sentence for the documentation
 * @param form what a value must look like, in words
 * @param fits whether a value looks like that
 * @param secret whether the value must never be shown
 */
public record Setting(
        String key, Optional<String> defaultValue, String meaning, String form, Predicate<String> fits, boolean secret) {

    private static final String NAME = "NAME";
    private static final Pattern ANY_NAME = Pattern.compile("[a-z0-9]{1,32}");

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

    /** Whether it is one for each of several names. */
    boolean isNamed() {
        return key.contains("." + NAME + ".");
    }

    /** The setting of one name. */
    public Setting named(String name) {
        return new Setting(key.replace("." + NAME + ".", "." + name + "."), defaultValue, meaning, form, fits, secret);
    }

    /**
     * The setting that somebody means by what they wrote: this one, or this one of a name; empty where it is another.
     *
     * @param naming how settings are written there
     */
    Optional<Setting> meant(String written, Function<Setting, String> naming) {
        String own = naming.apply(this);
        if (!isNamed()) {
            return own.equals(written) ? Optional.of(this) : Optional.empty();
        }
        int place = own.indexOf(NAME);
        String after = own.substring(place + NAME.length());
        if (!written.startsWith(own.substring(0, place)) || !written.endsWith(after) || written.length() <= own.length() - NAME.length()) {
            return Optional.empty();
        }
        String name = written.substring(place, written.length() - after.length()).toLowerCase(Locale.ROOT);
        return Optional.of(name).filter(ANY_NAME.asMatchPredicate()).map(this::named).filter(one -> naming.apply(one).equals(written));
    }

    /** The name in a key of this setting; empty for another's key. */
    Optional<String> nameIn(String given) {
        return meant(given, Setting::key).map(one -> given.substring(key.indexOf(NAME), given.length() - (key.length() - key.indexOf(NAME) - NAME.length())));
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
