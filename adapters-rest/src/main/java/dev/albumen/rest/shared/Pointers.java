package dev.albumen.rest.shared;

/** JSON pointers (RFC 6901). */
final class Pointers {

    private Pointers() {}

    /** The pointer to a member of the value at a pointer. */
    static String into(String pointer, String member) {
        return pointer + "/" + member.replace("~", "~0").replace("/", "~1");
    }
}
