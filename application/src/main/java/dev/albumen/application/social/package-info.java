/** What users think of images. */
@NullMarked
package dev.albumen.application.social;

import org.jspecify.annotations.NullMarked;
