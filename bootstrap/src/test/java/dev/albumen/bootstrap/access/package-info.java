/** Who may do what: every route, for every kind of viewer, in every state of a thing, held against the policy. */
@NullMarked
package dev.albumen.bootstrap.access;

import org.jspecify.annotations.NullMarked;
