package dev.albumen.imaging.rendition.vips;

import dev.albumen.domain.image.MediaType;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A libvips that was loaded into this process, where it stays until the end. It crashes the process on what it does
 * not survive, so untrusted pictures belong into a process that may die.
 */
public final class VipsLibrary {

    /** Options are called by the names that they have from here on. */
    private static final int OLDEST_MINOR = 13;
    /** From here on {@code keep=none} has taken the place of {@code strip}. */
    private static final int KEEP_MINOR = 15;

    private final Path file;
    private final Functions functions;
    private final String version;
    private final int minor;
    private final Set<MediaType> readable;

    private VipsLibrary(Path file, Functions functions) throws VipsUnavailableException {
        this.file = file;
        this.functions = functions;
        try (Arena arena = Arena.ofConfined()) {
            // every damaged picture would write to the standard error stream
            Functions.call(functions.setEnvironment, arena.allocateFrom("VIPS_WARNING"), arena.allocateFrom("0"), 1);
            if (Functions.callForInt(functions.init, arena.allocateFrom("albumen")) != 0) {
                throw new VipsUnavailableException(file + " does not start: " + error());
            }
        }
        version = text(Functions.callForAddress(functions.versionString));
        minor = Functions.callForInt(functions.version, 1);
        int major = Functions.callForInt(functions.version, 0);
        if (major != 8 || minor < OLDEST_MINOR) {
            throw new VipsUnavailableException(file + " is libvips " + version + "; 8." + OLDEST_MINOR + " or newer is needed");
        }
        // loaders that were never hardened, such as the one for SVG, whatever a file calls itself
        Functions.call(functions.blockUntrusted, 1);
        try (Arena arena = Arena.ofConfined()) {
            // called by its name for what is a JPEG XL by its content, and by nothing else
            Functions.call(functions.block, arena.allocateFrom("VipsForeignLoadJxl"), 0);
        }
        // one picture, one core: the pool gives each core its own process
        Functions.call(functions.setConcurrency, 1);
        // no picture comes twice
        Functions.call(functions.setCacheSize, 0);
        readable = Collections.unmodifiableSet(probe());
    }

    /**
     * Loads it and prepares it for untrusted input.
     *
     * @param file a shared library; a bare name, such as {@code libvips.so.42}, is looked for where the system does
     * @throws VipsUnavailableException where it does not load, or is too old
     */
    public static VipsLibrary load(Path file) throws VipsUnavailableException {
        try {
            return new VipsLibrary(file, new Functions(SymbolLookup.libraryLookup(file.toString(), Arena.global())));
        } catch (IllegalArgumentException e) {
            throw new VipsUnavailableException(file + " does not load as a shared library", e);
        } catch (NoSuchElementException e) {
            throw new VipsUnavailableException(file + " is no libvips: " + e.getMessage(), e);
        }
    }

    /** As it was asked for. */
    public Path file() {
        return file;
    }

    /** Such as {@code 8.18.7}. */
    public String version() {
        return version;
    }

    /** The kinds of picture that this build decodes. */
    public Set<MediaType> readable() {
        return readable;
    }

    Functions functions() {
        return functions;
    }

    VipsOperation operation(String name) {
        return new VipsOperation(this, name);
    }

    /** Whether savers are told what to leave out by {@code keep} rather than by {@code strip}. */
    boolean knowsKeep() {
        return minor >= KEEP_MINOR;
    }

    boolean has(String operation) {
        try (Arena arena = Arena.ofConfined()) {
            return (long) Functions.call(
                    functions.findType, arena.allocateFrom("VipsOperation"), arena.allocateFrom(operation)) != 0;
        }
    }

    /** What just went wrong in this process; another thread's trouble may be in it too. */
    VipsException failure(String operation) {
        return new VipsException(operation, error());
    }

    private String error() {
        MemorySegment message = Functions.callForAddress(functions.copyError);
        try {
            return text(message).strip();
        } finally {
            Functions.call(functions.free, message);
        }
    }

    private static String text(MemorySegment address) {
        return address.equals(MemorySegment.NULL) ? "" : address.reinterpret(Long.MAX_VALUE).getString(0);
    }

    private Set<MediaType> probe() {
        Set<MediaType> kinds = EnumSet.noneOf(MediaType.class);
        for (MediaType kind : MediaType.values()) {
            if (Loader.of(kind).filter(loader -> loader.worksIn(this)).isPresent()) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
