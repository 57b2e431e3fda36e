package dev.albumen.domain.social;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whom a text names: {@code @ada}, at the start of a word. */
public final class Mentions {

    /** Whoever names more wants to disturb. */
    public static final int MOST = 10;

    private static final Pattern NAMED = Pattern.compile("(?<![\\p{Alnum}@._-])@([A-Za-z0-9._-]{3,64})");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.-]+$");

    private Mentions() {}

    /** The first {@value #MOST} names that could be usernames, in their normal form. */
    public static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        NAMED.matcher(text).results()
                .map(found -> END_OF_SENTENCE.matcher(found.group(1)).replaceAll("").toLowerCase(Locale.ROOT))
                .filter(name -> name.length() >= 3)
                .distinct().limit(MOST).forEach(names::add);
        return names;
    }
}
