@NullMarked
package dev.albumen.rest.user;

import org.jspecify.annotations.NullMarked;
