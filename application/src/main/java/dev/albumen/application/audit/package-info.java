/** The audit trail's port. */
@NullMarked
package dev.albumen.application.audit;

import org.jspecify.annotations.NullMarked;
