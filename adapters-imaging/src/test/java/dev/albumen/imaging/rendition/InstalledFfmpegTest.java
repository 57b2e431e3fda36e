package dev.albumen.imaging.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledFfmpegTest {

    @TempDir
    Path folder;

    @Test
    void findsTheFirstOnThePathThatWorks() throws IOException {
        Path broken = program("broken", "exit 1");
        Path working = program("working", "echo 'ffmpeg version 9.9-test Copyright'");

        assertThat(new InstalledFfmpeg(null, broken.getParent() + ":" + working.getParent()).ffmpeg())
                .hasValueSatisfying(found -> {
                    assertThat(found.program()).isEqualTo(working);
                    assertThat(found.version()).isEqualTo("9.9-test");
                });
    }

    @Test
    void takesTheGivenOneAndNoOther() throws IOException {
        Path broken = program("broken", "exit 1");
        Path working = program("working", "echo 'ffmpeg version 9.9-test Copyright'");

        assertThat(new InstalledFfmpeg(working.toString(), null).ffmpeg()).isPresent();
        assertThat(new InstalledFfmpeg(broken.toString(), working.getParent().toString()).ffmpeg()).isEmpty();
        assertThat(new InstalledFfmpeg("none", working.getParent().toString()).ffmpeg()).isEmpty();
    }

    @Test
    void doesWithoutWhereThereIsNone() {
        assertThat(new InstalledFfmpeg(null, folder + "::relative").ffmpeg()).isEmpty();
        assertThat(new InstalledFfmpeg(null, null).ffmpeg()).isEmpty();
        assertThat(new InstalledFfmpeg(folder.resolve("absent").toString(), null).ffmpeg()).isEmpty();
    }

    private Path program(String name, String script) throws IOException {
        Path file = Files.createDirectories(folder.resolve(name)).resolve("ffmpeg");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
