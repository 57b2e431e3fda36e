package dev.albumen.domain.label;

/**
 * Who says so.
 *
 * @param name as the setting calls it, such as {@code offline}
 * @param model which version of its rules or of its model
 */
public record Provider(String name, String model) {

    /** Of a label that became a tag before anybody kept who said so. */
    public static final Provider UNKNOWN = new Provider("", "");
}
