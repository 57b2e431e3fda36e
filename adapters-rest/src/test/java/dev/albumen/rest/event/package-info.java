@NullMarked
package dev.albumen.rest.event;

import org.jspecify.annotations.NullMarked;
