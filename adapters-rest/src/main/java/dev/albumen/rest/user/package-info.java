/** Accounts and sessions over HTTP, and who asks with each request. */
@NullMarked
package dev.albumen.rest.user;

import org.jspecify.annotations.NullMarked;
