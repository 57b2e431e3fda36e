/** Moving all blobs from one storage to another while they are used. */
@NullMarked
package dev.albumen.application.moving;

import org.jspecify.annotations.NullMarked;
