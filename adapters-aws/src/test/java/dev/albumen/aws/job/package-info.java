/** Tests of messages by SQS, against a server in this JVM. */
@NullMarked
package dev.albumen.aws.job;

import org.jspecify.annotations.NullMarked;
