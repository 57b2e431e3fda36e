package dev.albumen.imaging.rendition.worker;

import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import dev.albumen.domain.rendition.RenditionSize;
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
    }

    static Recipe read(DataInput in) throws IOException {
        return new Recipe(RenditionSize.valueOf(in.readUTF()), RenditionFormat.valueOf(in.readUTF()), in.readInt());
    }
}
