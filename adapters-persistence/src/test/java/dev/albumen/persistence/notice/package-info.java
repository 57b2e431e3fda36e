/** Tests of notices in PostgreSQL. */
@NullMarked
package dev.albumen.persistence.notice;

import org.jspecify.annotations.NullMarked;
