@NullMarked
package dev.albumen.application.transfer;

import org.jspecify.annotations.NullMarked;
