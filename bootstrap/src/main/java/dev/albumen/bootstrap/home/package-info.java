/** The folder that one instance owns. */
@NullMarked
package dev.albumen.bootstrap.home;

import org.jspecify.annotations.NullMarked;
