/** What goes beside a node's own classes so that its clock is wrong. */
@NullMarked
package dev.albumen.bootstrap.chaos.clock;

import org.jspecify.annotations.NullMarked;
