@NullMarked
package dev.albumen.imaging.rendition.vips;

import org.jspecify.annotations.NullMarked;
