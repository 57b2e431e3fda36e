/** Exports and imports over HTTP. */
@NullMarked
package dev.albumen.rest.transfer;

import org.jspecify.annotations.NullMarked;
