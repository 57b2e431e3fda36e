/** Blobs and files in the making on a local disk. */
@NullMarked
package dev.albumen.persistence.storage;

import org.jspecify.annotations.NullMarked;
