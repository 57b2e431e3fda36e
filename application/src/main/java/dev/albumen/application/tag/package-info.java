/** Tagging images. */
@NullMarked
package dev.albumen.application.tag;

import org.jspecify.annotations.NullMarked;
