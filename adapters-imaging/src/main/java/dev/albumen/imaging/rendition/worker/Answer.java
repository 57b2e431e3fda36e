package dev.albumen.imaging.rendition.worker;

import dev.albumen.application.rendition.Renderer;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.rendition.RenditionFormat;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** What a worker says. */
sealed interface Answer {

    /** The first answer of every worker, unasked. */
    record Hello(EngineFacts facts) implements Answer {}

    record Done(Renderer.Rendered rendered) implements Answer {}

    record Derived(Path file) implements Answer {}

    /** For the owner of the picture to read. */
    record Undecodable(String reason) implements Answer {}

    /** Something that the worker stands on does not answer; trying again may help. */
    record Unavailable(String message) implements Answer {}

    /** A bug. */
    record Failed(String message) implements Answer {}

    static void write(Answer answer, DataOutput out) throws IOException {
        switch (answer) {
            case Hello(var facts) -> {
                out.writeByte('H');
                out.writeUTF(facts.version());
                out.writeByte(facts.reads().size());
                for (MediaType type : facts.reads()) {
                    out.writeUTF(type.name());
                }
                out.writeByte(facts.writes().size());
                for (RenditionFormat format : facts.writes()) {
                    out.writeUTF(format.name());
                }
            }
            case Done(var rendered) -> {
                out.writeByte('D');
                RenderedForm.write(rendered, out);
            }
            case Derived(var file) -> {
                out.writeByte('V');
                out.writeUTF(file.getFileName().toString());
            }
            case Undecodable(var reason) -> text('U', reason, out);
            case Unavailable(var message) -> text('N', message, out);
            case Failed(var message) -> text('F', message, out);
        }
    }

    /** @param into the task's folder, in which all results must lie */
    static Answer read(DataInput in, Path into) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 'H' -> new Hello(new EngineFacts(in.readUTF(), all(MediaType.class, in), all(RenditionFormat.class, in)));
            case 'D' -> new Done(RenderedForm.read(in, into));
            case 'V' -> new Derived(RenderedForm.file(in, into));
            case 'U' -> new Undecodable(in.readUTF());
            case 'N' -> new Unavailable(in.readUTF());
            case 'F' -> new Failed(in.readUTF());
            default -> throw new IOException("no answer is called " + kind);
        };
    }

    private static void text(char kind, String text, DataOutput out) throws IOException {
        out.writeByte(kind);
        out.writeUTF(text.length() > 1000 ? text.substring(0, 1000) : text);
    }

    private static <E extends Enum<E>> Set<E> all(Class<E> kind, DataInput in) throws IOException {
        Set<E> all = EnumSet.noneOf(kind);
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            all.add(Enum.valueOf(kind, in.readUTF()));
        }
        return all;
    }
}
