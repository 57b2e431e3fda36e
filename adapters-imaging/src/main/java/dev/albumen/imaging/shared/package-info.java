/** What more than one feature of this adapter uses. */
@NullMarked
package dev.albumen.imaging.shared;

import org.jspecify.annotations.NullMarked;
