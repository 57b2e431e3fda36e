package dev.albumen.bootstrap.home;

import dev.albumen.bootstrap.settings.KnownSettings;
import dev.albumen.bootstrap.settings.StartRefused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The instance's folder, held by this process alone until it is closed or the process ends. */
public final class Home implements AutoCloseable {

    private static final String SETTING = KnownSettings.HOME.variable();
    private final Path folder;
    private final FileChannel lock;

    private Home(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder where it is missing, for its owner's eyes only, and locks it.
     *
     * @throws StartRefused where it cannot be written or another process holds it
     */
    public static Home open(String setting) {
        Path folder = folder(setting);
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return new Home(folder, locked(folder));
        } catch (IOException e) {
            throw new StartRefused(SETTING, folder + " cannot be written; choose a folder that this user may write to");
        }
    }

    /** Where the setting points. A leading {@code ~/} stands for the user's own folder. */
    public static Path folder(String setting) {
        return (setting.startsWith("~/")
                        ? Path.of(System.getProperty("user.home"), setting.substring(2))
                        : Path.of(setting))
                .toAbsolutePath()
                .normalize();
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new StartRefused(SETTING, "another Albumen runs on " + folder + "; stop it or choose another folder");
        }
        return channel;
    }

    public Path folder() {
        return folder;
    }

    /** Lets another process have the folder. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
