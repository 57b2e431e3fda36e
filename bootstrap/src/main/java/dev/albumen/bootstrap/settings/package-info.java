/** Every setting of the service: its name, its default, what it may be. */
@NullMarked
package dev.albumen.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
