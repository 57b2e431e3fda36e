/** What users think of images, in PostgreSQL. */
@NullMarked
package dev.albumen.persistence.social;

import org.jspecify.annotations.NullMarked;
