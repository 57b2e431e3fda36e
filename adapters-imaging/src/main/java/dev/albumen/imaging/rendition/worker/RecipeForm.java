package dev.albumen.imaging.rendition.worker;

import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
import dev.albumen.domain.rendition.Watermark;
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
        out.writeUTF(mark.text());
        out.writeUTF(mark.place().name());
        out.writeDouble(mark.opacity());
        out.writeDouble(mark.size());
    }

    static Recipe read(DataInput in) throws IOException {
        Recipe clean = new Recipe(RenditionSize.valueOf(in.readUTF()), RenditionFormat.valueOf(in.readUTF()), in.readInt());
        return in.readBoolean() ? clean.marked(mark(in)) : clean;
    }

    private static Watermark mark(DataInput in) throws IOException {
        return new Watermark(in.readUTF(), Watermark.Place.valueOf(in.readUTF()), in.readDouble(), in.readDouble());
    }
}
