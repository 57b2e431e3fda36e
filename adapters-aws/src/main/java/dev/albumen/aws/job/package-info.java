/** Messages between nodes, and from the store, by SQS. */
@NullMarked
package dev.albumen.aws.job;

import org.jspecify.annotations.NullMarked;
