/** Whether what is kept is what the rows say. */
@NullMarked
package dev.albumen.persistence.integrity;

import org.jspecify.annotations.NullMarked;
