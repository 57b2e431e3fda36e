package dev.albumen.rest.share.page;

/** Why there is nothing to see. */
record NoticePage(Head head, String heading, String words) {}
