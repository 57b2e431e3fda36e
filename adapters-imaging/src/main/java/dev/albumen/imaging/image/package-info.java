/** Telling what an uploaded file is and what it says about itself, without decoding a pixel. */
@NullMarked
package dev.albumen.imaging.image;

import org.jspecify.annotations.NullMarked;
