/** Uploading, finding and changing images. */
@NullMarked
package dev.albumen.application.image;

import org.jspecify.annotations.NullMarked;
