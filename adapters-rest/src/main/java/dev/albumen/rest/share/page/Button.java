package dev.albumen.rest.share.page;

/** A link that does something: to a download. */
record Button(String words, String address) {}
