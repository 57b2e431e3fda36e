/** Albums, their order and their members in PostgreSQL. */
@NullMarked
package dev.albumen.persistence.album;

import org.jspecify.annotations.NullMarked;
