/** Sharing by link. */
@NullMarked
package dev.albumen.application.share;

import org.jspecify.annotations.NullMarked;
