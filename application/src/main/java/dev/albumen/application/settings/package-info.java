/** What clients may know of how an instance is set up. */
@NullMarked
package dev.albumen.application.settings;

import org.jspecify.annotations.NullMarked;
