@NullMarked
package dev.albumen.persistence.transfer;

import org.jspecify.annotations.NullMarked;
