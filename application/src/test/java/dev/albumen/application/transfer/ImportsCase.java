package dev.albumen.application.transfer;

import static dev.albumen.domain.shared.People.ADA;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.albumen.application.shared.UseCaseTest;
import dev.albumen.application.storage.BlobKey;
import dev.albumen.application.storage.BlobStore;
import dev.albumen.application.storage.StagingArea;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;

/** Imports that are begun, and brought to an end. */
abstract class ImportsCase extends UseCaseTest {

    final InMemoryArchiveImports imports = new InMemoryArchiveImports(transactions);
    StartImport start;

    @BeforeEach
    void openImports() {
        start = new StartImport(transactions, imports, new ImportPlanner(new PrintedDocuments()), new ImportLimits(100, 1 << 20, 200),
                blobs, quota, jobs, audit, ids, clock);
    }

    /** Ada begins an import of files that hold their own names. */
    ArchiveImport begun(String... names) {
        try (StagingArea.StagedFile archive = archive(names)) {
            return start.handle(ADA, new StartImport.Command(archive));
        }
    }

    StagingArea.StagedFile archive(String... names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return staging.stage(new ByteArrayInputStream(bytes.toByteArray()), 1 << 20);
    }

    /** The archives that are kept. */
    List<BlobKey> archives() {
        return blobs.list(BlobKey.IMPORTS, Optional.empty(), 100).stream().map(BlobStore.Stat::key).toList();
    }
}
