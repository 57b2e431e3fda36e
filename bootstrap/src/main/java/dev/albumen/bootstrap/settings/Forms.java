package dev.albumen.bootstrap.settings;

import dev.albumen.application.rendition.LogoCheck;
import dev.albumen.application.shared.NodeRole;
import dev.albumen.domain.image.Watermark;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Predicate;

/** What the values of settings can look like. */
final class Forms {

    private static final Duration SHORTEST_EXPIRY = Duration.ofSeconds(10);
    private static final Duration LONGEST_EXPIRY = Duration.ofDays(7);

    private Forms() {}

    static boolean isOrigin(String value) {
        try {
            URI uri = new URI(value);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            return web && uri.getHost() != null && bare && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static boolean isAddress(String value) {
        try {
            URI uri = new URI(value);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static boolean isKey(String value) {
        try {
            return Base64.getDecoder().decode(value).length == 32;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean isLongDuration(String value) {
        return value.matches("[1-9][0-9]{0,5}[smh]");
    }

    /** No longer than S3 lets addresses live. */
    static boolean isUploadExpiry(String value) {
        if (!isLongDuration(value)) {
            return false;
        }
        Duration expiry = Duration.parse("PT" + value.toUpperCase(Locale.ROOT));
        return expiry.compareTo(SHORTEST_EXPIRY) >= 0 && expiry.compareTo(LONGEST_EXPIRY) <= 0;
    }

    static boolean isProgramOrNone(String value) {
        return value.equals("none") || value.startsWith("/") && Files.isExecutable(Path.of(value));
    }

    /** What is in the file is looked at once the engine runs. */
    static boolean isLogo(String value) {
        try {
            Path file = Path.of(value);
            return file.isAbsolute() && Files.isRegularFile(file) && Files.isReadable(file) && Files.size(file) <= LogoCheck.MAX_BYTES;
        } catch (InvalidPathException | IOException e) {
            return false;
        }
    }

    static boolean isRoles(String value) {
        try {
            return !NodeRole.of(value).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean isOpacity(String value) {
        return value.matches("0\\.[0-9]{1,4}|1(\\.0{1,4})?") && Double.parseDouble(value) >= Watermark.MIN_OPACITY;
    }

    static boolean isNetwork(String value) {
        return value.matches("(\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)(/\\d{1,3})?");
    }

    static boolean areScopes(String value) {
        return eachOf(scope -> scope.matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]{1,200}")).test(value)
                && Arrays.stream(value.split(",")).map(String::strip).anyMatch("openid"::equals);
    }

    /** No provider makes superadmins. */
    static boolean isRoleOfValue(String value) {
        return value.matches("[^=,]{1,200}=(user|moderator|admin)");
    }

    static boolean isGroupOfValue(String value) {
        return value.matches("[^=,]{1,200}=\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    }

    static Predicate<String> eachOf(Predicate<String> fits) {
        return value -> Arrays.stream(value.split(",")).map(String::strip).allMatch(fits);
    }
}
