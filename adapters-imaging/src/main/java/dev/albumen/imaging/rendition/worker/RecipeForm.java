package dev.albumen.imaging.rendition.worker;

import dev.albumen.domain.image.Watermark.Motif;
import dev.albumen.domain.image.Watermark;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.domain.shared.Sha256;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A recipe on its way through a pipe. */
final class RecipeForm {

    private RecipeForm() {}

    static void write(Recipe recipe, DataOutput out) throws IOException {
        out.writeUTF(recipe.size().name());
        out.writeUTF(recipe.format().name());
        out.writeInt(recipe.version());
        out.writeBoolean(recipe.mark() != null);
        if (recipe.mark() != null) {
            write(recipe.mark(), out);
        }
    }

    private static void write(Watermark mark, DataOutput out) throws IOException {
        switch (mark.motif()) {
            case Motif.Text(String line) -> {
                out.writeByte('T');
                out.writeUTF(line);
            }
            case Motif.Logo(Sha256 content) -> {
                out.writeByte('L');
                out.writeUTF(content.hex());
            }
        }
        out.writeUTF(mark.place().name());
        out.writeDouble(mark.opacity());
        out.writeDouble(mark.size());
    }

    static Recipe read(DataInput in) throws IOException {
        Recipe clean = new Recipe(RenditionSize.valueOf(in.readUTF()), RenditionFormat.valueOf(in.readUTF()), in.readInt());
        return in.readBoolean() ? clean.marked(mark(in)) : clean;
    }

    private static Watermark mark(DataInput in) throws IOException {
        return new Watermark(motif(in), Watermark.Place.valueOf(in.readUTF()), in.readDouble(), in.readDouble());
    }

    private static Motif motif(DataInput in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 'T' -> new Motif.Text(in.readUTF());
            case 'L' -> new Motif.Logo(new Sha256(in.readUTF()));
            default -> throw new IOException("no mark is called " + kind);
        };
    }
}
