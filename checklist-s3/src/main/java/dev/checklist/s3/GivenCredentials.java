package dev.checklist.s3;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Asks the caller's supplier for keys; drops the texts of its exceptions, which may hold a key, and refuses none. */
record GivenCredentials(AwsCredentialsProvider supplier) implements AwsCredentialsProvider {
    static final String FAILED = "The supplier of the credentials failed";

    @Override
    public AwsCredentials resolveCredentials() {
        AwsCredentials credentials;
        try {
            credentials = supplier.resolveCredentials();
        } catch (RuntimeException e) {
            throw SdkClientException.create(FAILED);
        }
        if (credentials == null || isBlank(credentials.accessKeyId()) || isBlank(credentials.secretAccessKey())) {
            throw SdkClientException.create(FAILED);
        }
        return credentials;
    }

    private static boolean isBlank(@Nullable String key) {
        return key == null || key.isBlank();
    }

    @Override
    public String toString() {
        return "credentials given";
    }
}
