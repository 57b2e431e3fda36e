package dev.albumen.application.rendition;

/**
 * What happens to an uploaded picture once it is ready.
 *
 * @param labels whether it is labelled
 */
public record AfterRendering(boolean labels) {}
