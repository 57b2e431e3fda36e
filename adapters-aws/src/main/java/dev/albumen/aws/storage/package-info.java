/** Blobs in S3 and in stores that speak its protocol. */
@NullMarked
package dev.albumen.aws.storage;

import org.jspecify.annotations.NullMarked;
