/** Labels over HTTP. */
@NullMarked
package dev.albumen.rest.label;

import org.jspecify.annotations.NullMarked;
