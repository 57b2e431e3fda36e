@NullMarked
package dev.albumen.bootstrap.transfer;

import org.jspecify.annotations.NullMarked;
