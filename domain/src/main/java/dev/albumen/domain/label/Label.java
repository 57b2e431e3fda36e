package dev.albumen.domain.label;

/** A finding that is kept with an image. */
public record Label(Finding found, Provider by, LabelState state) {}
