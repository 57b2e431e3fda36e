/** Making renditions with ImageIO and imgscalr, and stripping originals for the public. */
@NullMarked
package dev.albumen.imaging.rendition;

import org.jspecify.annotations.NullMarked;
