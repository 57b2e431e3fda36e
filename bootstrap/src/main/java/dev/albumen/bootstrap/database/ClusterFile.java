package dev.albumen.bootstrap.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/**
 * What has to be remembered of the embedded server from one start to the next. It is written once the cluster is whole,
 * so a folder that this file does not name is left over from an interrupted first start.
 *
 * @param folder name of the cluster's folder
 * @param port where it listens
 * @param password of its superuser
 */
record ClusterFile(String folder, int port, String password) {

    static Optional<ClusterFile> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return Optional.of(new ClusterFile(
                properties.getProperty("folder"),
                Integer.parseInt(properties.getProperty("port")),
                properties.getProperty("password")));
    }

    /** Replaces the file as a whole, for its owner's eyes only. */
    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("folder", folder);
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("password", password);
        Path draft = Files.createTempFile(
                file.getParent(), "cluster", ".tmp", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(draft)) {
            properties.store(writer, null);
        }
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    ClusterFile at(int otherPort) {
        return new ClusterFile(folder, otherPort, password);
    }

    @Override
    public String toString() {
        return folder + " on port " + port;
    }
}
