/** Tags over HTTP. */
@NullMarked
package dev.albumen.rest.tag;

import org.jspecify.annotations.NullMarked;
