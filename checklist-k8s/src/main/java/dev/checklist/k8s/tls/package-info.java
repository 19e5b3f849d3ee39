/**
 * The rules over the certificate and the private key of a TLS Secret: pure functions that say what a certificate, which
 * everybody may see, lacks, and of the key nothing but whether it belongs to it.
 */
@NullMarked
package dev.checklist.k8s.tls;

import org.jspecify.annotations.NullMarked;
