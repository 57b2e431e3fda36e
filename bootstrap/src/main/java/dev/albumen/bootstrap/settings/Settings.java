package dev.albumen.bootstrap.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What this process was told: checked values of known settings, by key. Never printed, because some are secret. */
public final class Settings {

    /** Read by the launcher, before there is a process that could read settings. */
    private static final String LAUNCHER_VARIABLE = "ALBUMEN_JAVA_OPTS";

    private final Map<String, String> given;

    private Settings(Map<String, String> given) {
        this.given = Map.copyOf(given);
    }

    /**
     * Takes the settings from environment variables ({@code ALBUMEN_PORT}) and from properties ({@code albumen.port}),
     * which win. An empty value counts as not given.
     *
     * @throws StartRefused for a name that is not known or a value that does not fit
     */
    public static Settings read(Map<String, String> environment, Map<String, String> properties) {
        Map<String, String> given = new HashMap<>();
        take(environment, "ALBUMEN_", Setting::variable, given);
        take(properties, "albumen.", Setting::key, given);
        Settings settings = new Settings(given);
        settings.requireWhatBelongsTogether();
        return settings;
    }

    private static void take(
            Map<String, String> from,
            String prefix,
            java.util.function.Function<Setting, String> naming,
            Map<String, String> into) {
        // Sorted, so that of several mistakes the same one is always named.
        for (Map.Entry<String, String> entry : new TreeMap<>(from).entrySet()) {
            String name = entry.getKey();
            if (!name.startsWith(prefix) || name.equals(LAUNCHER_VARIABLE)) {
                continue;
            }
            Setting setting = KnownSettings.ALL.stream()
                    .flatMap(known -> known.meant(name, naming).stream())
                    .findFirst()
                    .orElseThrow(() -> UnknownName.refused(name, KnownSettings.ALL.stream().map(naming).toList()));
            if (!entry.getValue().isEmpty()) {
                setting.check(entry.getValue());
                into.put(setting.key(), entry.getValue());
            }
        }
    }

    private void requireWhatBelongsTogether() {
        boolean inS3 = get(KnownSettings.STORAGE).equals("s3") || get(KnownSettings.STORAGE_FALLBACK).equals("s3");
        if (inS3 && find(KnownSettings.S3_BUCKET).isEmpty()) {
            throw new StartRefused(KnownSettings.S3_BUCKET.variable(), "storage in S3 needs a bucket");
        }
        if (get(KnownSettings.STORAGE_FALLBACK).equals(get(KnownSettings.STORAGE))) {
            throw new StartRefused(KnownSettings.STORAGE_FALLBACK.variable(), "this is where pictures are anyway");
        }
        boolean queue = get(KnownSettings.JOBS_WAKEUP).equals("sqs");
        if (queue && find(KnownSettings.SQS_QUEUE_URL).isEmpty()) {
            throw new StartRefused(KnownSettings.SQS_QUEUE_URL.variable(), "hints by SQS need a queue");
        }
        if (get(KnownSettings.S3_EVENTS).equals("true") && !(queue && get(KnownSettings.STORAGE).equals("s3"))) {
            throw new StartRefused(KnownSettings.S3_EVENTS.variable(), "events of a bucket need storage in S3 and hints by SQS");
        }
        if (find(KnownSettings.S3_KMS_KEY).isPresent() && !get(KnownSettings.S3_ENCRYPTION).equals("kms")) {
            throw new StartRefused(KnownSettings.S3_KMS_KEY.variable(), "a key goes with " + KnownSettings.S3_ENCRYPTION.variable() + "=kms");
        }
        requireAWayIn();
        boolean hasId = find(KnownSettings.S3_ACCESS_KEY_ID).isPresent();
        if (hasId != find(KnownSettings.S3_SECRET_ACCESS_KEY).isPresent()) {
            Setting missing = hasId ? KnownSettings.S3_SECRET_ACCESS_KEY : KnownSettings.S3_ACCESS_KEY_ID;
            throw new StartRefused(missing.variable(), "an access key and its secret come together or not at all");
        }
        if (find(KnownSettings.MAIL_HOST).isPresent()) {
            for (Setting needed : List.of(KnownSettings.MAIL_FROM, KnownSettings.PUBLIC_URL)) {
                if (find(needed).isEmpty()) {
                    throw new StartRefused(needed.variable(), "sending mails needs it");
                }
            }
        }
    }

    private void requireAWayIn() {
        for (String name : names(KnownSettings.OIDC)) {
            for (Setting needed : List.of(KnownSettings.OIDC_ISSUER, KnownSettings.OIDC_CLIENT_ID)) {
                if (find(needed.named(name)).isEmpty()) {
                    throw new StartRefused(needed.named(name).variable(), "a provider needs an issuer and a client id");
                }
            }
        }
        if (get(KnownSettings.PASSWORDS).equals("off") && names(KnownSettings.OIDC).isEmpty()) {
            throw new StartRefused(KnownSettings.PASSWORDS.variable(), "without passwords and without a provider nobody could sign in");
        }
    }

    /** The names for which something was given, in their order, where settings are one for each of several names. */
    public SortedSet<String> names(List<Setting> settings) {
        SortedSet<String> names = new TreeSet<>();
        for (Setting setting : settings) {
            given.keySet().stream().flatMap(key -> setting.nameIn(key).stream()).forEach(names::add);
        }
        return names;
    }

    /** The value that was given, or the default; empty where there is neither. */
    public Optional<String> find(Setting setting) {
        return Optional.ofNullable(given.get(setting.key())).or(setting::defaultValue);
    }

    /** The value of a setting that has a default. */
    public String get(Setting setting) {
        return find(setting).orElseThrow();
    }

    /** Every value there is by key, defaults included, but for settings of several names, for the beans that are made from them. */
    public Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        for (Setting setting : KnownSettings.ALL) {
            find(setting).filter(value -> !setting.isNamed()).ifPresent(value -> values.put(setting.key(), value));
        }
        return values;
    }
}
