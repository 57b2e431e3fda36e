package dev.albumen.bootstrap.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What nobody may learn from a link, sought in every byte that links answer in any test that calls the service: what the
 * tests' pictures have planted in them, and what owners were told about their accounts, albums and images.
 */
public final class Secrets {

    private static final Pattern LINK = Pattern.compile("^(/api/v1/public/shares/|/s/|/api/v1/oembed)([^/?]*)");
    /** What is said of those who have accounts, and of what is theirs. */
    private static final Pattern TELLS = Pattern.compile("^/api/v1/(auth/register|users/me|admin/users|albums|images)(/[^/?]+)?$");
    private static final List<String> FIELDS = List.of("email", "notes", "filename");
    private static final List<Charset> SPELLINGS = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);
    /** Shorter ones are words that a page may well have. */
    private static final int SHORTEST = 5;
    /** To others an image is called by its id, the end of which such a name may be by chance. */
    private static final Pattern END_OF_AN_ID = Pattern.compile("[0-9a-f-]{1,6}\\.[a-z0-9]+");
    private static final List<Sought> PLANTED = Stream.of(
                    Pictures.SERIAL_NUMBER, Pictures.OWNER, Pictures.SECRET, "\"latitude\"", "\"gps\":{", "\"place\":{", "Santos-o-Velho")
            .map(Sought::of)
            .toList();

    private static final Map<String, Set<Sought>> LEARNT = new ConcurrentHashMap<>();
    private static final Set<String> OPEN_LINKS = ConcurrentHashMap.newKeySet();

    private Secrets() {}

    /** @param spelled its bytes in every spelling, each as a char, so that a string of bytes can be searched for them */
    private record Sought(String secret, List<String> spelled) {

        static Sought of(String secret) {
            return new Sought(secret, SPELLINGS.stream().map(secret::getBytes).map(Secrets::chars).toList());
        }

        boolean isIn(String headers, String body) {
            return headers.contains(secret) || spelled.stream().anyMatch(body::contains);
        }
    }

    private static String chars(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /**
     * Looks through what a link answered, and learns from what others did.
     *
     * @throws AssertionError where a link gives something away
     */
    static Answer checked(URI asked, Answer answer) {
        if (isOfLink(asked)) {
            seek(asked, answer.headers().map().toString(), answer.body());
        } else {
            learn(asked, answer);
        }
        return answer;
    }

    /** Whether that is asked of a link. */
    public static boolean isOfLink(URI asked) {
        return LINK.matcher(asked.getPath()).find();
    }

    /**
     * Looks through what a link answered to anybody.
     *
     * @throws AssertionError where it gives something away
     */
    public static void seek(URI asked, String headers, byte[] body) {
        var link = LINK.matcher(asked.getPath());
        if (link.find() && !OPEN_LINKS.contains(link.group(2))) {
            String bytes = chars(body);
            Stream.concat(PLANTED.stream(), learnt(asked).stream()).filter(sought -> sought.isIn(headers, bytes)).findAny().ifPresent(sought -> {
                throw new AssertionError(asked + " gives \"" + sought.secret() + "\" away: " + headers + " " + new String(body, StandardCharsets.UTF_8));
            });
        }
    }

    private static Set<Sought> learnt(URI asked) {
        return LEARNT.computeIfAbsent(asked.getAuthority(), any -> ConcurrentHashMap.newKeySet());
    }

    private static void learn(URI asked, Answer answer) {
        String path = asked.getPath();
        if (answer.status() >= 300 || !answer.header("Content-Type").startsWith("application/json")) {
            return;
        }
        if (path.startsWith("/api/v1/shares")) {
            JsonNode share = answer.json();
            if (share.path("showMetadata").asBoolean() && share.hasNonNull("token")) {
                OPEN_LINKS.add(share.path("token").asText());
                OPEN_LINKS.add(share.path("slug").asText());
            }
        } else if (TELLS.matcher(path).matches()) {
            JsonNode told = answer.json();
            String id = told.path("id").asText();
            // To others than its owner an image has the name of its id.
            FIELDS.stream().map(field -> told.path(field).asText())
                    .filter(value -> value.length() >= SHORTEST && !value.startsWith(id) && !END_OF_AN_ID.matcher(value).matches())
                    .map(Sought::of).forEach(learnt(asked)::add);
            if (told.has("email")) {
                learnt(asked).add(Sought.of(id));
            }
        }
    }
}
