/** Providers of identities that speak OpenID Connect, Amazon Cognito among them. */
@NullMarked
package dev.albumen.oidc.user;

import org.jspecify.annotations.NullMarked;
