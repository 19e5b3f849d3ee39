package dev.checklist.s3;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says in words why no TLS connection came about that can be trusted. */
final class TlsFailure {
    private TlsFailure() {}

    static String words(Throwable failure) {
        boolean isUntrusted = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return "its certificate has expired";
            }
            if (cause instanceof CertificateNotYetValidException) {
                return "its certificate is not valid yet";
            }
            if (cause instanceof SSLPeerUnverifiedException) {
                return "its certificate is another host's";
            }
            isUntrusted |= cause instanceof CertPathBuilderException || cause instanceof CertPathValidatorException;
        }
        return isUntrusted
                ? "its certificate is of nobody whom this client trusts"
                : "see its certificate, its host name and its TLS versions";
    }
}
