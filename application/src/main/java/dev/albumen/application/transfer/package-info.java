/** Taking all that an account holds elsewhere, and bringing pictures in by the archive. */
@NullMarked
package dev.albumen.application.transfer;

import org.jspecify.annotations.NullMarked;
