/** What people decide about Albumen for themselves. */
@NullMarked
package dev.albumen.domain.settings;

import org.jspecify.annotations.NullMarked;
