/** What users are told of as it happens. */
@NullMarked
package dev.albumen.application.event;

import org.jspecify.annotations.NullMarked;
