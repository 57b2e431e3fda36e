/** Bringing the pictures of a folder or an archive into an account, by command. */
@NullMarked
package dev.albumen.bootstrap.imports;

import org.jspecify.annotations.NullMarked;
