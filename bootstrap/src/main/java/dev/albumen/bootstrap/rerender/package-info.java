/** Making all renditions anew, by command. */
@NullMarked
package dev.albumen.bootstrap.rerender;

import org.jspecify.annotations.NullMarked;
