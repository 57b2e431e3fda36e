package dev.albumen.application.rendition;

import dev.albumen.domain.image.ImageBuilder;
import dev.albumen.domain.image.ImageStatus;
import dev.albumen.domain.image.MediaType;
import dev.albumen.domain.image.Video;
import dev.albumen.domain.image.Watermark;
import dev.albumen.domain.rendition.Recipe;
import dev.albumen.domain.rendition.RenditionFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes texts that name their recipe, and fails on the file that says {@code broken}. */
public final class FakeRenderer implements Renderer {

    public static final String REASON = "The pixels end early.";
    /** What becomes of a picture in an engine that writes every format. */
    public static final ImageStatus.Ready READY = new ImageStatus.Ready(ImageBuilder.APPEARANCE,
            Recipe.madeAtOnce(EnumSet.allOf(RenditionFormat.class)).stream().map(Recipe::fileName).collect(Collectors.toSet()));

    private final Set<RenditionFormat> formats;
    private final AtomicInteger rendered = new AtomicInteger();
    private final AtomicInteger derived = new AtomicInteger();
    private final List<String> logos = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable MediaType> lastSource = new AtomicReference<>();
    private final AtomicReference<Runnable> before = new AtomicReference<>(() -> { });

    private @Nullable Video video;

    public FakeRenderer() {
        this(EnumSet.allOf(RenditionFormat.class));
    }

    public FakeRenderer(Set<RenditionFormat> formats) {
        this.formats = Set.copyOf(formats);
    }

    @Override
    public Set<RenditionFormat> formats() {
        return formats;
    }

    @Override
    public Rendered render(Path original, MediaType mediaType, Path into) throws UndecodableException {
        rendered.incrementAndGet();
        begin(original);
        Map<Recipe, Path> files = new HashMap<>();
        Recipe.madeAtOnce(formats).forEach(recipe -> files.put(recipe, write(into, recipe)));
        return new Rendered(files, READY.appearance(), video);
    }

    @Override
    public Path derive(Path source, MediaType mediaType, Recipe recipe, Path into) throws UndecodableException {
        if (!formats.contains(recipe.format())) {
            throw new IllegalArgumentException("not written: " + recipe.format());
        }
        derived.incrementAndGet();
        lastSource.set(mediaType);
        begin(source);
        if (recipe.mark() != null && recipe.mark().motif() instanceof Watermark.Motif.Logo logo) {
            begin(into.resolve(logo.fileName()));
            logos.add(read(into.resolve(logo.fileName())));
        }
        return write(into, recipe);
    }

    /** What it says of whatever it renders. */
    public void finds(Video found) {
        video = found;
    }

    /** What happens meanwhile, once. */
    public void beforeNext(Runnable meanwhile) {
        before.set(meanwhile);
    }

    public int rendered() {
        return rendered.get();
    }

    public int derived() {
        return derived.get();
    }

    /** What the last one was derived of. */
    public @Nullable MediaType lastSource() {
        return lastSource.get();
    }

    /** What the logos said that were burnt in. */
    public List<String> logos() {
        return List.copyOf(logos);
    }

    private void begin(Path file) throws UndecodableException {
        before.getAndSet(() -> { }).run();
        if (read(file).equals("broken")) {
            throw new UndecodableException(REASON);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path write(Path into, Recipe recipe) {
        try {
            return Files.writeString(into.resolve(recipe.fileName()), recipe.fileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
