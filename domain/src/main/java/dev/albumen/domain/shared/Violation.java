package dev.albumen.domain.shared;

/**
 * One thing wrong with an input.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the body, or the name of a parameter
 * @param code stable, kebab-case
 * @param detail a sentence for people
 */
public record Violation(String pointer, String code, String detail) {}
