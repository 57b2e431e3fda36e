/** Pictures that move: read frame by frame, and written as animated WebP. */
@NullMarked
package dev.albumen.imaging.rendition.moving;

import org.jspecify.annotations.NullMarked;
