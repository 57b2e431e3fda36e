package dev.albumen.persistence.shared;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.albumen.application.shared.DependencyException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps the instance's key as a line of base64 in a file that only its owner reads. Whoever loses the file loses what
 * was encrypted with it, so one that is there is never written over.
 */
public final class InstanceKeyFile {

    /** More than a key can have, with line ends and spaces. */
    private static final int MAX_BYTES = 1024;

    private final Path file;

    public InstanceKeyFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /**
     * Reads the key, or makes one where there is no file. Of several processes that do so at once all get the same key.
     *
     * @throws DependencyException where the file holds no key or cannot be read or made; the message names it
     */
    public InstanceKey readOrCreate() {
        try {
            if (Files.notExists(file)) {
                create();
            }
            return read();
        } catch (IOException e) {
            throw new DependencyException("the key file " + file + " cannot be read or made: " + e.getMessage(), e);
        }
    }

    private InstanceKey read() throws IOException {
        byte[] text;
        try (var in = Files.newInputStream(file)) {
            text = in.readNBytes(MAX_BYTES);
        }
        try {
            return InstanceKey.parse(new String(text, US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new DependencyException("the key file " + file + " is broken: " + e.getMessage()
                    + "; put the right file back, for a new key cannot read what the old one encrypted");
        }
    }

    /** Writes a whole file first and then gives it its name, which fails where another process was faster. */
    private void create() throws IOException {
        Path folder = file.getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, ".key-", "");
        try {
            write(draft, InstanceKey.random().base64() + "\n");
            Files.createLink(file, draft);
            sync(folder);
        } catch (FileAlreadyExistsException e) {
            // The other process's key it is.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void write(Path draft, String line) throws IOException {
        try (FileChannel out = FileChannel.open(draft, WRITE)) {
            out.write(ByteBuffer.wrap(line.getBytes(US_ASCII)));
            out.force(true);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel entries = FileChannel.open(folder, READ)) {
            entries.force(true);
        }
    }
}
