@NullMarked
package dev.albumen.application.integrity;

import org.jspecify.annotations.NullMarked;
