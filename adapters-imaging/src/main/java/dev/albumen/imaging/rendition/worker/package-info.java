/** Decoding in processes of its own: what a picture does to its decoder, it does to nobody else. */
@NullMarked
package dev.albumen.imaging.rendition.worker;

import org.jspecify.annotations.NullMarked;
