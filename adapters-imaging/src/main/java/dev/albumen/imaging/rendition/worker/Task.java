package dev.albumen.imaging.rendition.worker;

import dev.albumen.domain.image.MediaType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;

/** What a worker is asked to do. */
sealed interface Task {

    /** Where the results go: an empty folder, emptied again before another try. */
    Path into();

    /** {@code Renderer.render}. */
    record Render(Path original, MediaType mediaType, Path into) implements Task {}

    static void write(Task task, DataOutput out) throws IOException {
        switch (task) {
            case Render(var original, var mediaType, var into) -> {
                out.writeByte('R');
                out.writeUTF(original.toString());
                out.writeUTF(mediaType.name());
                out.writeUTF(into.toString());
            }
        }
    }

    static Task read(DataInput in) throws IOException {
        byte kind = in.readByte();
        if (kind != 'R') {
            throw new IOException("no task is called " + kind);
        }
        return new Render(Path.of(in.readUTF()), MediaType.valueOf(in.readUTF()), Path.of(in.readUTF()));
    }
}
