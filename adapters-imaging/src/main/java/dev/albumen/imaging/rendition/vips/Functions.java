package dev.albumen.imaging.rendition.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * Those C functions of libvips and of its GObject that are called here. Operations are called by their names through
 * the object system, so a new operation needs no new function.
 */
final class Functions {

    private static final Linker LINKER = Linker.nativeLinker();

    final MethodHandle setEnvironment;
    final MethodHandle init;
    final MethodHandle version;
    final MethodHandle versionString;
    final MethodHandle blockUntrusted;
    final MethodHandle block;
    final MethodHandle setConcurrency;
    final MethodHandle setCacheSize;
    final MethodHandle findType;
    final MethodHandle copyError;
    final MethodHandle newOperation;
    final MethodHandle buildOperation;
    final MethodHandle setFromString;
    final MethodHandle setPointer;
    final MethodHandle getPointer;
    final MethodHandle unrefOutputs;
    final MethodHandle unref;
    final MethodHandle free;
    final MethodHandle width;
    final MethodHandle height;
    final MethodHandle pageHeight;
    final MethodHandle bands;
    final MethodHandle hasAlpha;
    final MethodHandle typeOf;
    final MethodHandle copyToMemory;
    final MethodHandle pixels;

    /** @throws java.util.NoSuchElementException where a function is missing */
    Functions(SymbolLookup symbols) {
        setEnvironment = function(symbols, "g_setenv", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
        init = function(symbols, "vips_init", JAVA_INT, ADDRESS);
        version = function(symbols, "vips_version", JAVA_INT, JAVA_INT);
        versionString = function(symbols, "vips_version_string", ADDRESS);
        blockUntrusted = procedure(symbols, "vips_block_untrusted_set", JAVA_INT);
        block = procedure(symbols, "vips_operation_block_set", ADDRESS, JAVA_INT);
        setConcurrency = procedure(symbols, "vips_concurrency_set", JAVA_INT);
        setCacheSize = procedure(symbols, "vips_cache_set_max", JAVA_INT);
        findType = function(symbols, "vips_type_find", JAVA_LONG, ADDRESS, ADDRESS);
        copyError = function(symbols, "vips_error_buffer_copy", ADDRESS);
        newOperation = function(symbols, "vips_operation_new", ADDRESS, ADDRESS);
        buildOperation = function(symbols, "vips_cache_operation_buildp", JAVA_INT, ADDRESS);
        setFromString = function(symbols, "vips_object_set_argument_from_string", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        setPointer = variadic(symbols, "g_object_set");
        getPointer = variadic(symbols, "g_object_get");
        unrefOutputs = procedure(symbols, "vips_object_unref_outputs", ADDRESS);
        unref = procedure(symbols, "g_object_unref", ADDRESS);
        free = procedure(symbols, "g_free", ADDRESS);
        width = function(symbols, "vips_image_get_width", JAVA_INT, ADDRESS);
        height = function(symbols, "vips_image_get_height", JAVA_INT, ADDRESS);
        pageHeight = function(symbols, "vips_image_get_page_height", JAVA_INT, ADDRESS);
        bands = function(symbols, "vips_image_get_bands", JAVA_INT, ADDRESS);
        hasAlpha = function(symbols, "vips_image_hasalpha", JAVA_INT, ADDRESS);
        typeOf = function(symbols, "vips_image_get_typeof", JAVA_LONG, ADDRESS, ADDRESS);
        copyToMemory = function(symbols, "vips_image_copy_memory", ADDRESS, ADDRESS);
        pixels = function(symbols, "vips_image_write_to_memory", ADDRESS, ADDRESS, ADDRESS);
    }

    /** Calls a function; what it throws can only be a mistake of ours in its description. */
    static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("calling libvips", e);
        }
    }

    static int callForInt(MethodHandle function, Object... arguments) {
        return (int) call(function, arguments);
    }

    static MemorySegment callForAddress(MethodHandle function, Object... arguments) {
        return (MemorySegment) call(function, arguments);
    }

    private static MethodHandle function(SymbolLookup symbols, String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.downcallHandle(symbols.findOrThrow(name), FunctionDescriptor.of(result, arguments));
    }

    private static MethodHandle procedure(SymbolLookup symbols, String name, MemoryLayout... arguments) {
        return LINKER.downcallHandle(symbols.findOrThrow(name), FunctionDescriptor.ofVoid(arguments));
    }

    /** {@code (object, name, ...)}, called with one pointer and the null that ends the list. */
    private static MethodHandle variadic(SymbolLookup symbols, String name) {
        return LINKER.downcallHandle(symbols.findOrThrow(name),
                FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, ADDRESS), Linker.Option.firstVariadicArg(2));
    }
}
