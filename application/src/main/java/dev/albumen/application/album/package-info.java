/** Making, filling and changing albums. */
@NullMarked
package dev.albumen.application.album;

import org.jspecify.annotations.NullMarked;
