package dev.albumen.imaging.rendition.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.Map;

/** One call of an operation of libvips, with its arguments by name ({@code vips -l}, {@code vips help NAME}). */
final class VipsOperation {

    private final VipsLibrary library;
    private final String name;
    private final Map<String, Object> arguments = new LinkedHashMap<>();

    VipsOperation(VipsLibrary library, String name) {
        this.library = library;
        this.name = name;
    }

    /** A number, a truth, or a text, such as the short name of an enumeration's constant. */
    VipsOperation with(String argument, Object value) {
        arguments.put(argument, value);
        return this;
    }

    /** Runs it for the image that it makes. */
    VipsImage image() throws VipsException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment operation = built(arena);
            try {
                MemorySegment out = arena.allocate(ValueLayout.ADDRESS);
                Functions.call(functions().getPointer, operation, arena.allocateFrom("out"), out, MemorySegment.NULL);
                return new VipsImage(library, out.get(ValueLayout.ADDRESS, 0));
            } finally {
                release(operation);
            }
        }
    }

    /** Runs it for what it does. */
    void run() throws VipsException {
        try (Arena arena = Arena.ofConfined()) {
            release(built(arena));
        }
    }

    private MemorySegment built(Arena arena) throws VipsException {
        MemorySegment operation = Functions.callForAddress(functions().newOperation, arena.allocateFrom(name));
        if (operation.equals(MemorySegment.NULL)) {
            throw library.failure(name);
        }
        MemorySegment place = arena.allocateFrom(ValueLayout.ADDRESS, operation);
        try {
            for (Map.Entry<String, Object> argument : arguments.entrySet()) {
                set(operation, arena, argument.getKey(), argument.getValue());
            }
        } catch (VipsException e) {
            Functions.call(functions().unref, operation);
            throw e;
        }
        if (Functions.callForInt(functions().buildOperation, place) != 0) {
            VipsException failure = library.failure(name);
            release(operation);
            throw failure;
        }
        return place.get(ValueLayout.ADDRESS, 0);
    }

    private void set(MemorySegment operation, Arena arena, String argument, Object value) throws VipsException {
        MemorySegment key = arena.allocateFrom(argument);
        if (value instanceof VipsImage image) {
            Functions.call(functions().setPointer, operation, key, image.address(), MemorySegment.NULL);
        } else if (Functions.callForInt(functions().setFromString, operation, key, arena.allocateFrom(value.toString())) != 0) {
            throw library.failure(name + " " + argument);
        }
    }

    private void release(MemorySegment operation) {
        Functions.call(functions().unrefOutputs, operation);
        Functions.call(functions().unref, operation);
    }

    private Functions functions() {
        return library.functions();
    }
}
