@NullMarked
package dev.albumen.rest.rendition;

import org.jspecify.annotations.NullMarked;
