@NullMarked
package dev.albumen.imaging.rendition.moving;

import org.jspecify.annotations.NullMarked;
