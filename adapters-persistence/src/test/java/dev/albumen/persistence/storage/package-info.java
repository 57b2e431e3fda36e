/** The disk's storage under test. */
@NullMarked
package dev.albumen.persistence.storage;

import org.jspecify.annotations.NullMarked;
