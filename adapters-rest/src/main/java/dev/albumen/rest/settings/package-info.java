/** How an instance is set up, for clients. */
@NullMarked
package dev.albumen.rest.settings;

import org.jspecify.annotations.NullMarked;
