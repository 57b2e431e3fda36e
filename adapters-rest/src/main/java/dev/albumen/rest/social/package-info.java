/** What users think of images, over HTTP. */
@NullMarked
package dev.albumen.rest.social;

import org.jspecify.annotations.NullMarked;
