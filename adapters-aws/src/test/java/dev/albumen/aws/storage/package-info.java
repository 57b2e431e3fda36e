/** S3 under test, against a server that checks signatures. */
@NullMarked
package dev.albumen.aws.storage;

import org.jspecify.annotations.NullMarked;
