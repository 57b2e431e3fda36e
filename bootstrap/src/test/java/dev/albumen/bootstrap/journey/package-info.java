/** The main job from end to end over HTTP, on a real process. */
@NullMarked
package dev.albumen.bootstrap.journey;

import org.jspecify.annotations.NullMarked;
