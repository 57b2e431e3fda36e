package dev.albumen.bootstrap.settings;

import static dev.albumen.bootstrap.settings.Setting.number;
import static dev.albumen.bootstrap.settings.Setting.oneOf;
import static dev.albumen.bootstrap.settings.Setting.secret;
import static dev.albumen.bootstrap.settings.Setting.text;

import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;

/** The catalogue of every setting there is. */
public final class KnownSettings {

    public static final Setting HOME = text("albumen.home", "~/.albumen",
            "The folder that holds the database, the pictures, the instance's key and work in progress.");
    public static final Setting HOST =
            text("albumen.host", "127.0.0.1", "The address to listen on; 0.0.0.0 for every network.");
    public static final Setting PORT = number("albumen.port", 8080, 0, 65535, "The port to listen on; 0 for any free one.");
    public static final Setting PUBLIC_URL = text("albumen.public-url", "",
                    "Where people reach the service, for links that are handed out. Without it, the address listened on.")
            .as("an http or https address without a path", KnownSettings::isOrigin);
    public static final Setting DATABASE_URL = text("albumen.database.url", "",
                    "An existing PostgreSQL 18, as jdbc:postgresql://host:5432/name. Without it, Albumen runs its own.")
            .as("an address that starts with jdbc:postgresql:", value -> value.startsWith("jdbc:postgresql:"));
    public static final Setting DATABASE_USER =
            text("albumen.database.user", "albumen", "The user for the existing PostgreSQL.");
    public static final Setting DATABASE_PASSWORD =
            secret("albumen.database.password", "The password for the existing PostgreSQL.");
    public static final Setting DATABASE_POOL_SIZE =
            number("albumen.database.pool-size", 12, 2, 200, "How many connections to the database are open at most.");
    public static final Setting STORAGE =
            oneOf("albumen.storage", "Where pictures are kept: in the home, or in an S3-compatible store.", "disk", "s3");
    public static final Setting IMAGING = oneOf("albumen.imaging",
            "What makes the smaller pictures; auto takes the fastest engine that works here.", "auto", "imgscalr");
    public static final Setting REGISTRATION = oneOf("albumen.registration",
            "Who may make an account: everybody, holders of an invite code, nobody.", "open", "invite", "closed");
    public static final Setting ADMIN_PASSWORD = secret("albumen.admin-password",
                    "The password of the superadmin \"admin\" on the first start. Without it, one is made and printed.")
            .as("12 to 128 characters", value -> value.length() >= 12 && value.length() <= 128);
    public static final Setting SECRET_KEY = secret("albumen.secret-key",
                    "The key for signatures and for stored secrets, the same on every node. Without it, a file in the home.")
            .as("32 bytes in base64", KnownSettings::isKey);
    public static final Setting CORS_ORIGINS = text("albumen.cors-origins", "",
                    "Web origins whose pages may call the API, parted by commas. Without it, none.")
            .as("origins such as https://photos.example.org, parted by commas", eachOf(KnownSettings::isOrigin));
    public static final Setting LOG_FORMAT =
            oneOf("albumen.log-format", "How the log is written: for people, or one JSON object per line.", "text", "json");

    /** All of them, in the order in which they are documented. */
    public static final List<Setting> ALL = List.of(
            HOME, HOST, PORT, PUBLIC_URL, DATABASE_URL, DATABASE_USER, DATABASE_PASSWORD, DATABASE_POOL_SIZE, STORAGE,
            IMAGING, REGISTRATION, ADMIN_PASSWORD, SECRET_KEY, CORS_ORIGINS, LOG_FORMAT);

    private KnownSettings() {}

    private static boolean isOrigin(String value) {
        try {
            URI uri = new URI(value);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            return web && uri.getHost() != null && bare && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    private static boolean isKey(String value) {
        try {
            return Base64.getDecoder().decode(value).length == 32;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Predicate<String> eachOf(Predicate<String> fits) {
        return value -> Arrays.stream(value.split(",")).map(String::strip).allMatch(fits);
    }
}
