/** Moving all blobs to another storage, over HTTP. */
@NullMarked
package dev.albumen.rest.moving;

import org.jspecify.annotations.NullMarked;
