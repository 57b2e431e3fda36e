package dev.albumen.persistence.storage;

import dev.albumen.application.storage.BlobKey;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * One folder's entries, lazily, in the order of the keys at and below them. That is not the order of their names: the
 * folder {@code a} holds keys that start with {@code a/} and so comes after {@code a-b} and {@code a.b}. The names are
 * read in chunks, so that memory stays flat however many there are, and only entries that are reached are looked at.
 */
final class FolderEntries {

    private static final int CHUNK = 2048;

    private final Path folder;
    private final String from;
    private final PriorityQueue<String> ready = new PriorityQueue<>();
    private String readUpTo = "";
    private boolean more = true;

    /** @param from leaves out entries all of whose keys, relative to the folder, are less than this */
    FolderEntries(Path folder, String from) {
        this.folder = folder;
        this.from = from;
    }

    /** The next entry's name, with a slash at its end where it is a folder. */
    Optional<String> next() throws IOException {
        while (true) {
            String first = ready.peek();
            if (more && (first == null || first.compareTo(readUpTo) > 0)) {
                readOn();
            } else if (first == null) {
                return Optional.empty();
            } else {
                ready.remove();
                if (first.endsWith("/") || isBlob(first)) {
                    return Optional.of(first);
                }
            }
        }
    }

    /** Whether it is; a folder is put back to where its keys come. */
    private boolean isBlob(String name) {
        Path path = folder.resolve(name);
        if (BlobKey.parse(name).isEmpty()) {
            return false;
        }
        if (Files.isDirectory(path)) {
            ready.add(name + "/");
            return false;
        }
        return Files.isRegularFile(path);
    }

    private void readOn() throws IOException {
        // A DirectoryStream gives names in no order, so one chunk is the smallest ones of a whole pass.
        PriorityQueue<String> smallest = new PriorityQueue<>(Comparator.reverseOrder());
        more = false;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (name.compareTo(readUpTo) > 0 && reaches(name)) {
                    smallest.add(name);
                }
                if (smallest.size() > CHUNK) {
                    smallest.remove();
                    more = true;
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        ready.addAll(smallest);
        readUpTo = smallest.isEmpty() ? readUpTo : smallest.peek();
    }

    /** The zero is the character after the slash, so everything below the name is less than name and zero. */
    private boolean reaches(String name) {
        return name.compareTo(from) >= 0 || (name + "0").compareTo(from) > 0;
    }
}
