package dev.albumen.persistence.storage;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Folders and files that survive a power cut, and that nobody else on the machine reads. */
final class DurableFolders {

    private static final FileAttribute<Set<PosixFilePermission>> OURS =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private DurableFolders() {}

    /** Makes a folder and those above it, where they are missing. */
    static void create(Path folder) throws IOException {
        Files.createDirectories(folder, OURS);
    }

    /** Makes a folder as {@link #create} does, and forces what it made to the disk. */
    static void createForGood(Path folder) throws IOException {
        Path there = folder;
        while (Files.notExists(there)) {
            there = there.getParent();
        }
        create(folder);
        if (!there.equals(folder)) {
            syncUpTo(there, folder.getParent());
        }
    }

    /** Forces a file's bytes and attributes to the disk. */
    static void syncFile(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, WRITE)) {
            channel.force(true);
        }
    }

    /**
     * Forces the entries of a folder and of those above it to the disk, up to and including the top. All of them, every
     * time: a folder that is there already may have been made a moment ago, by another thread or before a crash, and
     * not be on the disk yet. Syncing one that has not changed costs next to nothing.
     */
    static void syncUpTo(Path top, Path folder) throws IOException {
        for (Path level = folder; level.startsWith(top); level = level.getParent()) {
            try (FileChannel channel = FileChannel.open(level, READ)) {
                channel.force(true);
            } catch (NoSuchFileException e) {
                // Deleted this moment together with its last blob: there is nothing left to keep.
            }
        }
    }
}
