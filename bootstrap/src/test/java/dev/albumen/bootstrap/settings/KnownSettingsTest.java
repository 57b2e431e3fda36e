package dev.albumen.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.naming.NameUtils;
import java.io.IOException;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A key or a default never changes by accident, and is never documented otherwise than it is. */
class KnownSettingsTest {

    private static final Path ROOT = Path.of("..");
    private static final String LAUNCHERS_OWN = "ALBUMEN_JAVA_OPTS";

    @Test
    void keepsEveryKeyAndDefault() {
        assertThat(KnownSettings.ALL.stream().map(setting -> setting.key() + "=" + setting.defaultValue().orElse("")))
                .containsExactly(
                        "albumen.home=~/.albumen",
                        "albumen.host=127.0.0.1",
                        "albumen.port=8080",
                        "albumen.roles=web,worker,scheduler",
                        "albumen.stop.wait=0s",
                        "albumen.stop.finish=20s",
                        "albumen.public-url=",
                        "albumen.database.url=",
                        "albumen.database.user=albumen",
                        "albumen.database.password=",
                        "albumen.database.pool-size=12",
                        "albumen.database.statement-timeout=2m",
                        "albumen.database.lock-timeout=30s",
                        "albumen.storage=disk",
                        "albumen.storage.fallback=none",
                        "albumen.s3.bucket=",
                        "albumen.s3.region=us-east-1",
                        "albumen.s3.endpoint=",
                        "albumen.s3.path-style=false",
                        "albumen.s3.checksum-mode=when-supported",
                        "albumen.s3.access-key-id=",
                        "albumen.s3.secret-access-key=",
                        "albumen.s3.prefix=",
                        "albumen.s3.delivery=proxy",
                        "albumen.s3.redirect-seconds=60",
                        "albumen.s3.public-endpoint=",
                        "albumen.s3.direct-uploads=true",
                        "albumen.s3.events=false",
                        "albumen.s3.events-patience=2m",
                        "albumen.s3.encryption=default",
                        "albumen.s3.kms-key=",
                        "albumen.s3.storage-class=standard",
                        "albumen.s3.attempts=3",
                        "albumen.s3.attempt-timeout=10s",
                        "albumen.s3.call-timeout=30s",
                        "albumen.imaging=auto",
                        "albumen.imaging.vips-library=",
                        "albumen.imaging.workers=0",
                        "albumen.imaging.time-limit=30s",
                        "albumen.imaging.memory-mib=1024",
                        "albumen.imaging.max-megapixels=200",
                        "albumen.imaging.max-moving-megapixels=500",
                        "albumen.imaging.max-moving-edge=16384",
                        "albumen.imaging.ffmpeg=",
                        "albumen.places=on",
                        "albumen.watermark.text=",
                        "albumen.watermark.logo=",
                        "albumen.watermark.position=bottom-right",
                        "albumen.watermark.opacity=0.5",
                        "albumen.watermark.tiled=false",
                        "albumen.labels=offline",
                        "albumen.labels.after-upload=true",
                        "albumen.labels.threshold-percent=55",
                        "albumen.labels.most=30",
                        "albumen.labels.calls-per-day=5000",
                        "albumen.labels.calls-per-day-and-user=1000",
                        "albumen.labels.dollars-per-thousand=1.00",
                        "albumen.rekognition.region=us-east-1",
                        "albumen.rekognition.endpoint=",
                        "albumen.rekognition.references=auto",
                        "albumen.rekognition.moderation=true",
                        "albumen.registration=open",
                        "albumen.passwords=on",
                        "albumen.oidc.NAME.issuer=",
                        "albumen.oidc.NAME.client-id=",
                        "albumen.oidc.NAME.client-secret=",
                        "albumen.oidc.NAME.title=",
                        "albumen.oidc.NAME.kind=oidc",
                        "albumen.oidc.NAME.scopes=openid,email,profile",
                        "albumen.oidc.NAME.audiences=",
                        "albumen.oidc.NAME.accounts=registration",
                        "albumen.oidc.NAME.email-linking=never",
                        "albumen.oidc.NAME.role-claim=groups",
                        "albumen.oidc.NAME.roles=",
                        "albumen.oidc.NAME.group-claim=groups",
                        "albumen.oidc.NAME.groups=",
                        "albumen.default-quota-bytes=",
                        "albumen.uploads.max-mib=2048",
                        "albumen.uploads.expiry=1h",
                        "albumen.imports.max-entries=10000",
                        "albumen.imports.max-gib=10",
                        "albumen.imports.max-ratio=200",
                        "albumen.admin-password=",
                        "albumen.secret-key=",
                        "albumen.cors-origins=",
                        "albumen.trusted-proxies=",
                        "albumen.mail.host=",
                        "albumen.mail.port=587",
                        "albumen.mail.tls=starttls",
                        "albumen.mail.user=",
                        "albumen.mail.password=",
                        "albumen.mail.from=",
                        "albumen.mail.every=30s",
                        "albumen.mail.timeout-seconds=20",
                        "albumen.jobs.concurrency=0",
                        "albumen.jobs.first-pause=1s",
                        "albumen.jobs.poll=1s",
                        "albumen.jobs.wakeup=postgres",
                        "albumen.sqs.queue-url=",
                        "albumen.sqs.region=us-east-1",
                        "albumen.sqs.endpoint=",
                        "albumen.sweep.every=6h",
                        "albumen.sweep.grace=24h",
                        "albumen.load.reads=32",
                        "albumen.load.pictures=64",
                        "albumen.load.writes=32",
                        "albumen.load.uploads=256",
                        "albumen.load.archives=32",
                        "albumen.load.waiting=4",
                        "albumen.load.longest-wait=10s",
                        "albumen.log-format=text");
    }

    @Test
    void knowsWhatTheAdaptersRead() {
        Map<String, Optional<String>> read = new HashMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("dev.albumen")) {
            if (type.isAnnotatedWith(ConfigurationProperties.class)) {
                String prefix = type.getAnnotationOfType(ConfigurationProperties.class).value();
                for (Parameter parameter : type.reflect().getDeclaredConstructors()[0].getParameters()) {
                    read.put(prefix + "." + NameUtils.hyphenate(parameter.getName()), defaultOf(parameter));
                }
            }
        }
        Map<String, Optional<String>> known = KnownSettings.ALL.stream()
                .filter(setting -> read.containsKey(setting.key()))
                .collect(Collectors.toMap(Setting::key, Setting::defaultValue));

        assertThat(read).isNotEmpty().isEqualTo(known);
    }

    private static Optional<String> defaultOf(Parameter parameter) {
        return Optional.ofNullable(parameter.getAnnotation(Bindable.class))
                .map(Bindable::defaultValue)
                .filter(value -> !value.isEmpty());
    }

    @Test
    void acceptsItsOwnDefaults() {
        assertThat(KnownSettings.ALL)
                .allSatisfy(setting -> setting.defaultValue().ifPresent(setting::check));
    }

    @Test
    void isDocumentedInFull() throws IOException {
        String document = Files.readString(ROOT.resolve("docs/settings.md"));

        assertThat(document.lines()
                        .filter(line -> line.startsWith("| `ALBUMEN_") && !line.contains(LAUNCHERS_OWN)))
                .containsExactlyElementsOf(KnownSettings.ALL.stream().map(KnownSettingsTest::row).toList());
    }

    private static String row(Setting setting) {
        String form = setting.form().equals("text") ? "" : setting.form();
        String value = setting.defaultValue().map(given -> "`" + given + "`").orElse("");
        return "| `" + setting.variable() + "` | " + value + " | " + setting.meaning() + " | " + form + " |";
    }

    @Test
    void isListedByTheLauncher() throws Exception {
        Process help = new ProcessBuilder(ROOT.resolve("albumen").toString(), "--help").start();
        String text = new String(help.getInputStream().readAllBytes());

        assertThat(help.waitFor()).isZero();
        assertThat(Arrays.stream(text.split("\\s+")).filter(word -> word.startsWith("ALBUMEN_")).toList())
                .containsExactlyElementsOf(Stream.concat(
                                KnownSettings.ALL.stream().map(Setting::variable), Stream.of(LAUNCHERS_OWN))
                        .toList());
        assertThat(KnownSettings.ALL).allSatisfy(setting -> setting.defaultValue()
                .ifPresent(value -> assertThat(lineOf(setting, text)).contains("(" + value + ")")));
    }

    private static String lineOf(Setting setting, String text) {
        return text.lines().filter(line -> line.strip().startsWith(setting.variable() + " ")).findFirst().orElseThrow();
    }
}
