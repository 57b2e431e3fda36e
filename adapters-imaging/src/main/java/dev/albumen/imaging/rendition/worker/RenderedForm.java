package dev.albumen.imaging.rendition.worker;

import dev.albumen.application.rendition.Renderer.Rendered;
import dev.albumen.domain.image.Appearance;
import dev.albumen.domain.image.DifferenceHash;
import dev.albumen.domain.rendition.Recipe;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The results of a picture on their way through a pipe. They are read with suspicion: the worker has decoded whatever
 * somebody sent, so they can be made to hold anything.
 */
final class RenderedForm {

    private static final String COLOR = "#[0-9a-f]{6}";
    private static final String BLUR_HASH = "[\\x21-\\x7e]{6,100}";

    private RenderedForm() {}

    static void write(Rendered rendered, DataOutput out) throws IOException {
        if (rendered.video() != null) {
            throw new IllegalArgumentException("workers are for pictures");
        }
        out.writeByte(rendered.files().size());
        for (Map.Entry<Recipe, Path> file : rendered.files().entrySet()) {
            RecipeForm.write(file.getKey(), out);
            out.writeUTF(file.getValue().getFileName().toString());
        }
        write(rendered.appearance(), out);
    }

    private static void write(Appearance appearance, DataOutput out) throws IOException {
        out.writeUTF(appearance.blurHash());
        out.writeUTF(appearance.dominantColor());
        out.writeByte(appearance.palette().size());
        for (Appearance.Swatch swatch : appearance.palette()) {
            out.writeUTF(swatch.color());
            out.writeShort(swatch.perMille());
        }
        DifferenceHash hash = appearance.differenceHash();
        out.writeBoolean(hash != null);
        out.writeLong(hash == null ? 0 : hash.bits());
    }

    /**
     * @param into in which all files must lie
     * @throws IOException where they do not, or something else is not as it should be
     */
    static Rendered read(DataInput in, Path into) throws IOException {
        Map<Recipe, Path> files = new HashMap<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            files.put(RecipeForm.read(in), file(in, into));
        }
        return new Rendered(Map.copyOf(files), appearance(in));
    }

    private static Appearance appearance(DataInput in) throws IOException {
        String blurHash = matching(BLUR_HASH, in.readUTF());
        String dominantColor = matching(COLOR, in.readUTF());
        List<Appearance.Swatch> palette = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            palette.add(new Appearance.Swatch(matching(COLOR, in.readUTF()), in.readShort()));
        }
        boolean isComparable = in.readBoolean();
        long bits = in.readLong();
        return new Appearance(blurHash, dominantColor, palette, isComparable ? new DifferenceHash(bits) : null);
    }

    private static String matching(String form, String text) throws IOException {
        if (!text.matches(form)) {
            throw new IOException("an answer holds what it should not");
        }
        return text;
    }

    /** A file by its name. */
    static Path file(DataInput in, Path into) throws IOException {
        String name = in.readUTF();
        Path file = into.resolve(name);
        if (!into.equals(file.getParent()) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("no file of the task's folder is called " + name);
        }
        return file;
    }
}
