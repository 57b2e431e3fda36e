/** Renditions: the smaller pictures made of every original. */
@NullMarked
package dev.albumen.domain.rendition;

import org.jspecify.annotations.NullMarked;
