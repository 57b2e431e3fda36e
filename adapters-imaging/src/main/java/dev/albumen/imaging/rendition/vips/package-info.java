/** The engine {@code vips}: libvips, called through the JDK's foreign-function API. */
@NullMarked
package dev.albumen.imaging.rendition.vips;

import org.jspecify.annotations.NullMarked;
