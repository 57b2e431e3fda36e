package dev.albumen.rest.shared;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.albumen.domain.shared.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON the way RFC 8259 says and no other: UTF-8, no key twice, nothing after the value, and no text that cannot
 * be kept (U+0000, half a surrogate pair). A value becomes a {@code Map}, {@code List}, {@code String}, {@code Number},
 * {@code Boolean} or {@code null}.
 */
final class StrictJson {

    private static final int MAX_DEPTH = 20;
    private static final JsonFactory FACTORY = JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH).maxNumberLength(40).maxNameLength(200).build())
        .build();

    private StrictJson() {}

    static @Nullable Object read(byte[] utf8) {
        try (JsonParser parser = FACTORY.createParser(utf8)) {
            if (parser.nextToken() == null) {
                throw malformed("The body is empty.");
            }
            Object value = value(parser, "");
            if (parser.nextToken() != null) {
                throw malformed("There is something after the end of the JSON value.");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw malformed(said(e));
        } catch (IOException | NumberFormatException e) {
            throw malformed("The body is not well-formed JSON in UTF-8.");
        }
    }

    private static @Nullable Object value(JsonParser parser, String at) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, at);
            case START_ARRAY -> array(parser, at);
            case VALUE_STRING -> text(parser.getText(), at);
            case VALUE_NUMBER_INT -> parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? parser.getDecimalValue() : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("token " + parser.currentToken());
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser, String at) throws IOException {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = text(parser.currentName(), at);
            parser.nextToken();
            fields.put(name, value(parser, Pointers.into(at, name)));
        }
        return fields;
    }

    private static List<@Nullable Object> array(JsonParser parser, String at) throws IOException {
        var items = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, Pointers.into(at, Integer.toString(items.size()))));
        }
        return items;
    }

    private static String text(String text, String at) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || (Character.isSurrogate(c) && !isPair(text, i))) {
                throw Refusal.invalid(at, "not-text", "The text holds U+0000 or half a surrogate pair.");
            }
            i += Character.isHighSurrogate(c) ? 1 : 0;
        }
        return text;
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }

    private static String said(JsonProcessingException e) {
        var where = e.getLocation() == null ? "" : " near line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
        String original = e.getOriginalMessage();
        boolean twice = original != null && original.startsWith("Duplicate field");
        return (twice ? "The body names a field twice" : "The body is not well-formed JSON") + where + ".";
    }

    private static MalformedRequestException malformed(String message) {
        return new MalformedRequestException("malformed-json", message);
    }
}
