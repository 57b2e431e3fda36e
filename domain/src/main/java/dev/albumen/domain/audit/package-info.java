/** The audit trail: who did what, and when. */
@NullMarked
package dev.albumen.domain.audit;

import org.jspecify.annotations.NullMarked;
