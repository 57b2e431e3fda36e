package dev.albumen.bootstrap.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.albumen.application.image.Pictures;
import dev.albumen.bootstrap.InProcess;
import dev.albumen.bootstrap.process.Client;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code ./albumen import} against a running service. */
class ImportIT {

    private static final String XMP = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The lake</dc:title>
            <dc:subject><rdf:Bag><rdf:li>Water</rdf:li></rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>""";

    private final StringWriter out = new StringWriter();
    private final StringWriter errors = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void bringsAFolderOnceHoweverOftenItIsImported(@TempDir Path home) throws IOException {
        Path source = folder.resolve("source");
        Path pictures = source.resolve("Takeout/Google Photos");
        write(pictures.resolve("Rome/sea.jpg"), Pictures.jpeg(60, 40, 1));
        write(pictures.resolve("Rome/sea.jpg.supplemental-metadata.json"), "{\"description\": \"At noon\", \"favorited\": true}".getBytes());
        write(pictures.resolve("Photos from 2019/sea.jpg"), Pictures.jpeg(60, 40, 1));
        write(pictures.resolve("Photos from 2019/lake.jpg"), Pictures.jpeg(60, 40, 2));
        write(pictures.resolve("Photos from 2019/lake.xmp"), XMP.getBytes());
        write(pictures.resolve("Rome/broken.jpg"), "no picture".getBytes());
        write(pictures.resolve("Rome/notes.txt"), "no picture either".getBytes());

        try (InProcess service = InProcess.start(home)) {
            Client ada = Client.of(service.address()).register("ada");

            assertThat(imported(service, source, "first", "--dry-run")).isZero();
            assertThat(out.toString()).contains("4 pictures and films", "Rome: 2", "left out: Takeout/Google Photos/Rome/notes.txt");
            assertThat(ada.get("images").expect(200).items("id")).isEmpty();

            assertThat(imported(service, source, "first")).isOne();
            assertThat(errors.toString()).contains("Rome/broken.jpg: 415").doesNotContain("sea.jpg", "lake.jpg");
            assertThat(out.toString()).contains("2 imported, 1 were there, 0 done before, 1 failed");
            requireImported(ada);

            Files.delete(pictures.resolve("Rome/broken.jpg"));
            assertThat(imported(service, source, "first")).isZero();
            assertThat(out.toString()).contains("0 imported, 0 were there, 3 done before, 0 failed");

            assertThat(imported(service, zipped(source), "of the archive")).isZero();
            assertThat(out.toString()).contains("0 imported, 3 were there, 0 done before, 0 failed");
            requireImported(ada);
        }
    }

    private static void requireImported(Client ada) {
        assertThat(ada.get("images?sort=createdAt").expect(200).items("filename")).containsExactlyInAnyOrder("sea.jpg", "lake.jpg");
        List<String> albums = ada.get("albums").expect(200).items("title");
        assertThat(albums).hasSize(2).contains("Rome");
        JsonNode rome = ada.get("albums?q=Rome").expect(200).json().at("/items/0");
        assertThat(rome.path("imageCount").asInt()).isOne();
        JsonNode sea = ada.get("favorites").expect(200).json().at("/items/0");
        assertThat(sea.path("filename").asText()).isEqualTo("sea.jpg");
        assertThat(sea.path("description").asText()).isEqualTo("At noon");
        JsonNode lake = ada.get("images?tag=water").expect(200).json().at("/items/0");
        assertThat(lake.path("title").asText()).isEqualTo("The lake");
    }

    @Test
    void saysWhatItNeeds() {
        assertThat(execute("--user", "ada", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("There is no ");
        assertThat(execute(folder.toString())).isEqualTo(2);
        assertThat(errors.toString()).contains("--user");
    }

    private int imported(InProcess service, Path source, String journal, String... more) throws IOException {
        Path password = folder.resolve("password");
        Files.writeString(password, Client.PASSWORD + "\n");
        return execute(Stream.concat(Stream.of(source.toString(), "--to", service.address().toString(), "--user", "ada", "--password-file",
                password.toString(), "--at-once", "1", "--journal", folder.resolve(journal).toString()),
                Stream.of(more)).toArray(String[]::new));
    }

    private int execute(String... arguments) {
        out.getBuffer().setLength(0);
        errors.getBuffer().setLength(0);
        return new CommandLine(new ImportCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(errors)).execute(arguments);
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private Path zipped(Path of) throws IOException {
        Path archive = folder.resolve("pictures.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive)); Stream<Path> files = Files.walk(of)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(of.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
        return archive;
    }
}
