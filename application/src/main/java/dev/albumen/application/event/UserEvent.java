package dev.albumen.application.event;

/**
 * Something that a user is told of.
 *
 * @param id greater than that of all that happened to the user before; a time in microseconds since 1970
 * @param type what it is about: {@code image} or {@code comment}
 * @param data one JSON object in one line
 */
public record UserEvent(long id, String type, String data) {}
