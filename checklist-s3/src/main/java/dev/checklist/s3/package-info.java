/**
 * Checks of S3 buckets, on AWS and on stores that speak its protocol: Scaleway, Ceph, MinIO.
 *
 * <p>Start with {@link dev.checklist.s3.S3Checks}. An answer of status 200 alone is never evidence: any web server gives
 * one.
 */
@NullMarked
@CheckReturnValue
package dev.checklist.s3;

import dev.checklist.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
