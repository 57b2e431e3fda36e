/** Making the pictures that are shown. */
@NullMarked
package dev.albumen.application.rendition;

import org.jspecify.annotations.NullMarked;
