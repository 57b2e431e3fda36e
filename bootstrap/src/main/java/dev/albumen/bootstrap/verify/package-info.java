/** The command that has an instance verify its storage. */
@NullMarked
package dev.albumen.bootstrap.verify;

import org.jspecify.annotations.NullMarked;
