/** Clients' selections: who chose which pictures of a link, and how far that has come. */
@NullMarked
package dev.albumen.domain.selection;

import org.jspecify.annotations.NullMarked;
