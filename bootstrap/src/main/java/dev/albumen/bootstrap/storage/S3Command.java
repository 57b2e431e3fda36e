package dev.albumen.bootstrap.storage;

import dev.albumen.aws.storage.ChecksumMode;
import dev.albumen.aws.storage.S3Keeping;
import dev.albumen.aws.storage.S3Settings;
import dev.albumen.aws.storage.S3Setup;
import dev.albumen.aws.storage.S3Setup.Finding;
import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.Setting;
import dev.albumen.bootstrap.settings.Settings;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sets up the bucket that the settings name. */
@Command(name = "s3", description = "Sets up and checks the bucket that the settings name.", mixinStandardHelpOptions = true)
public final class S3Command implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "init", mixinStandardHelpOptions = true, description = {
        "Lets web pages of ALBUMEN_CORS_ORIGINS upload to the bucket, has it abort uploads in parts that nobody ends after two days, "
                + "and tries everything that Albumen does there. Rules of the bucket that are not Albumen's stay.",
        "Run it with credentials that may set the bucket up; run init --check with those of the service.",
        "Both say where everybody gets at the bucket; --check says too which rules are missing, as far as the store tells.",
        "Ends with 0 where nothing is missing, and with 1 otherwise."
    })
    int init(@Option(names = "--check", description = "Changes nothing, and only says what is missing.") boolean checks) {
        Settings settings = Settings.read(System.getenv(), Map.of());
        if (settings.find(KnownSettings.S3_BUCKET).isEmpty()) {
            spec.commandLine().getErr().println(KnownSettings.S3_BUCKET.variable() + ": the settings name no bucket");
            return 2;
        }
        List<Finding> found = new ArrayList<>();
        try (S3Setup setup = new S3Setup(bucket(settings), keeping(settings))) {
            List<String> origins = settings.find(KnownSettings.CORS_ORIGINS).map(S3Command::parts).orElse(List.of());
            found.addAll(checks ? setup.rules(origins) : List.of(setup.cors(origins), setup.lifecycle()));
            found.addAll(setup.permissions());
            found.add(setup.privacy());
        }
        PrintWriter out = spec.commandLine().getOut();
        for (Finding one : found) {
            out.println(String.format(Locale.ROOT, "%-12s %-32s %s", one.outcome().name().toLowerCase(Locale.ROOT), one.what(),
                    one.outcome() == S3Setup.Outcome.OK ? "" : one.permission() + ": " + one.detail()).stripTrailing());
        }
        out.flush();
        return found.stream().allMatch(Finding::isGood) ? 0 : 1;
    }

    private static List<String> parts(String origins) {
        return Arrays.stream(origins.split(",")).map(String::strip).toList();
    }

    private static S3Settings bucket(Settings settings) {
        return new S3Settings(settings.get(KnownSettings.S3_BUCKET), settings.get(KnownSettings.S3_REGION),
                settings.find(KnownSettings.S3_ENDPOINT).map(URI::create).orElse(null),
                Boolean.parseBoolean(settings.get(KnownSettings.S3_PATH_STYLE)),
                constant(ChecksumMode.class, settings, KnownSettings.S3_CHECKSUM_MODE),
                settings.find(KnownSettings.S3_ACCESS_KEY_ID).orElse(null), settings.find(KnownSettings.S3_SECRET_ACCESS_KEY).orElse(null),
                settings.find(KnownSettings.S3_PREFIX).orElse(""));
    }

    private static S3Keeping keeping(Settings settings) {
        return new S3Keeping(constant(S3Keeping.Encryption.class, settings, KnownSettings.S3_ENCRYPTION),
                settings.find(KnownSettings.S3_KMS_KEY).orElse(null),
                constant(S3Keeping.OriginalsClass.class, settings, KnownSettings.S3_STORAGE_CLASS));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Settings settings, Setting setting) {
        return Enum.valueOf(type, settings.get(setting).toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
