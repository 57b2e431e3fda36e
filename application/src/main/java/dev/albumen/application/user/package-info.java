/** What can be done with accounts, sessions and the keys that sign access tokens. */
@NullMarked
package dev.albumen.application.user;

import org.jspecify.annotations.NullMarked;
