package dev.albumen.application.notice;

import org.jspecify.annotations.Nullable;

/**
 * What mails need to know of this instance.
 *
 * @param origin where people reach it, such as {@code https://photos.example.org}; {@code null} where nobody said
 */
public record NoticeSettings(@Nullable String origin) {}
