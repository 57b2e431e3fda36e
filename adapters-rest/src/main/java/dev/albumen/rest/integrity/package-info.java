/** Whether what is kept is what the rows say, over HTTP. */
@NullMarked
package dev.albumen.rest.integrity;

import org.jspecify.annotations.NullMarked;
