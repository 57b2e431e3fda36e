@NullMarked
package dev.albumen.oidc.user;

import org.jspecify.annotations.NullMarked;
