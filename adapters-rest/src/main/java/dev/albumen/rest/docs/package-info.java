/** The service's own pages: what it is, and its interface to read and try. */
@NullMarked
package dev.albumen.rest.docs;

import org.jspecify.annotations.NullMarked;
