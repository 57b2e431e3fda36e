/** Clients choose pictures through links, and owners see what was chosen. */
@NullMarked
package dev.albumen.application.selection;

import org.jspecify.annotations.NullMarked;
