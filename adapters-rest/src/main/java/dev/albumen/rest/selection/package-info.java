/** Clients choose pictures through links, over HTTP: the clients' side and the owner's. */
@NullMarked
package dev.albumen.rest.selection;

import org.jspecify.annotations.NullMarked;
