package dev.albumen.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a start is told in one line that names the setting, and nothing is left running. */
class RefusedStartIT {

    @TempDir
    Path folder;

    @Test
    void namesAnUnknownSettingAndTheNearestKnownOne() {
        assertRefused(folder, Map.of("ALBUMEN_PROT", "80"), "ALBUMEN_PROT: there is no such setting; did you mean ALBUMEN_PORT?");
    }

    @Test
    void namesTheAllowedValues() {
        assertRefused(folder, Map.of("ALBUMEN_STORAGE", "tape"),
                "ALBUMEN_STORAGE: \"tape\" is not allowed; it can be disk, s3");
    }

    @Test
    void namesTheEnginesThereAre() {
        assertRefused(folder, Map.of("ALBUMEN_IMAGING", "gimp"),
                "ALBUMEN_IMAGING: \"gimp\" is not allowed; it can be auto, vips, imgscalr");
    }

    @Test
    void saysWhyTheEngineThatWasAskedForDoesNotWork() {
        PreparedHome.copyTo(folder);
        Path library = folder.resolve("libvips.so");

        assertRefused(folder, Map.of("ALBUMEN_IMAGING", "vips", "ALBUMEN_IMAGING_VIPS_LIBRARY", library.toString()),
                "ALBUMEN_IMAGING: libvips does not work: configured (" + library + "): " + library
                        + " does not load as a shared library");
    }

    @Test
    void namesTheKeyThatIsAnother() {
        PreparedHome.copyTo(folder);

        try (AlbumenProcess process = AlbumenProcess.startUnprepared(folder,
                Map.of("ALBUMEN_SECRET_KEY", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="))) {
            assertThat(process.awaitExit()).isEqualTo(1);
            // Behind what the log tells of a start that came as far as the database.
            assertThat(process.errors().lines()).last().asString().isEqualTo(
                    "ALBUMEN_SECRET_KEY: it is not the key that this database was first started with; put that one back");
            assertThat(process.output()).isEmpty();
        }
    }

    @Test
    void namesTheLogoThatIsMissing() {
        Path absent = folder.resolve("absent.png");
        assertRefused(folder, Map.of("ALBUMEN_WATERMARK_LOGO", absent.toString()), "ALBUMEN_WATERMARK_LOGO: \"" + absent
                + "\" is not allowed; it can be the full path of a PNG file of at most 1 MiB and 4 megapixels");
    }

    @Test
    void namesTheBucketThatIsMissing() {
        assertRefused(folder, Map.of("ALBUMEN_STORAGE", "s3"), "ALBUMEN_S3_BUCKET: storage in S3 needs a bucket");
        assertRefused(folder, Map.of("ALBUMEN_MAIL_HOST", "localhost"), "ALBUMEN_MAIL_FROM: sending mails needs it");
    }

    @Test
    void namesTheHomeThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertRefused(file, Map.of(),
                "ALBUMEN_HOME: " + file + " cannot be written; choose a folder that this user may write to");
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());

            assertRefused(folder, Map.of("ALBUMEN_PORT", port),
                    "ALBUMEN_PORT: port " + port + " on 127.0.0.1 is taken; choose another or stop what uses it");
        }
    }

    @Test
    void namesTheAddressThatIsNotOurs() {
        assertRefused(folder, Map.of("ALBUMEN_HOST", "192.0.2.1"),
                "ALBUMEN_HOST: 192.0.2.1 is not an address of this machine");
    }

    @Test
    void namesTheDatabaseThatDoesNotAnswer() {
        try (AlbumenProcess process = AlbumenProcess.startUnprepared(folder,
                Map.of("ALBUMEN_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none", "ALBUMEN_DATABASE_PASSWORD", "hush"))) {
            assertThat(process.awaitExit()).isEqualTo(1);
            assertThat(process.errors().lines()).singleElement().asString()
                    .startsWith("ALBUMEN_DATABASE_URL: ").doesNotContain("hush");
        }
    }

    @Test
    void namesTheHomeThatAnotherInstanceHolds() {
        try (AlbumenProcess first = AlbumenProcess.start(folder, Map.of())) {
            first.awaitReady();

            assertRefused(folder, Map.of(),
                    "ALBUMEN_HOME: another Albumen runs on " + folder + "; stop it or choose another folder");
        }
    }

    private static void assertRefused(Path home, Map<String, String> settings, String line) {
        try (AlbumenProcess process = AlbumenProcess.startUnprepared(home, settings)) {
            assertThat(process.awaitExit()).isEqualTo(1);
            assertThat(process.errors()).isEqualTo(line + System.lineSeparator());
            assertThat(process.output()).isEmpty();
        }
    }
}
