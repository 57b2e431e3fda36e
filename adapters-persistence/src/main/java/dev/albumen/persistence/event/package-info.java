/** What users are told of, by PostgreSQL's notifications. */
@NullMarked
package dev.albumen.persistence.event;

import org.jspecify.annotations.NullMarked;
