package dev.albumen.imaging.rendition.worker;

import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.Recipe;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;

/** What a worker is asked to do. Every path is absolute, because a worker has a working directory of its own. */
sealed interface Task {

    /** The folder for the results. */
    Path into();

    /** {@code Renderer.render}. */
    record Render(Path original, MediaType mediaType, Path into) implements Task {}

    /** {@code Renderer.derive}. */
    record Derive(Path source, MediaType mediaType, Recipe recipe, Path into) implements Task {}

    static void write(Task task, DataOutput out) throws IOException {
        switch (task) {
            case Render(var original, var mediaType, var into) -> {
                out.writeByte('R');
                out.writeUTF(original.toString());
                out.writeUTF(mediaType.name());
                out.writeUTF(into.toString());
            }
            case Derive(var source, var mediaType, var recipe, var into) -> {
                out.writeByte('D');
                out.writeUTF(source.toString());
                out.writeUTF(mediaType.name());
                RecipeForm.write(recipe, out);
                out.writeUTF(into.toString());
            }
        }
    }

    static Task read(DataInput in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 'R' -> new Render(Path.of(in.readUTF()), MediaType.valueOf(in.readUTF()), Path.of(in.readUTF()));
            case 'D' -> new Derive(Path.of(in.readUTF()), MediaType.valueOf(in.readUTF()), RecipeForm.read(in),
                    Path.of(in.readUTF()));
            default -> throw new IOException("no task is called " + kind);
        };
    }
}
