package dev.checklist.s3;

import dev.checklist.Outcome;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Asks whether the bucket "dumps" exists, with a client set to region fr-par. */
final class Asking {
    static final String ACCESS_KEY = "AKCANARY0123456789AB";
    static final String SECRET_KEY = "canary/secret+0123456789012345678901234";
    static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY));

    private Asking() {}

    static S3Checks connected(StoreStub stub) {
        return S3Checks.connecting(stub.endpoint(), "fr-par", true)
                .withCredentials(CREDENTIALS)
                .open();
    }

    static Outcome exists(StoreStub stub) throws Exception {
        return exists(stub, new FakeContext());
    }

    static Outcome exists(StoreStub stub, FakeContext context) throws Exception {
        try (S3Checks s3 = connected(stub)) {
            return exists(s3, context);
        }
    }

    static Outcome exists(S3Checks s3, FakeContext context) throws Exception {
        return s3.bucket("dumps").exists().probe().evaluate(context);
    }
}
