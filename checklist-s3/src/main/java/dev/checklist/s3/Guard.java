package dev.checklist.s3;

import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;

/** Guards one request against what its answer may cost, whoever built the client; runs before the caller's interceptors. */
final class Guard implements SdkPlugin {
    static final Guard GUARD = new Guard();

    private Guard() {}

    @Override
    public void configureClient(SdkServiceClientConfiguration.Builder client) {
        client.overrideConfiguration(client.overrideConfiguration().toBuilder()
                .addExecutionInterceptor(new HeaderFilter())
                .addExecutionInterceptor(new BodyLimit())
                .build());
    }
}
