/** Which class serves which port. */
@NullMarked
package dev.albumen.bootstrap.wiring;

import org.jspecify.annotations.NullMarked;
