package dev.checklist.s3;

import java.time.Duration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Takes away the headers of an answer that the SDK would obey at our cost. */
final class HeaderFilter implements ExecutionInterceptor {
    private static final String ENCODING = "Content-Encoding";
    private static final String RETRY_AFTER = "Retry-After";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    @Override
    public SdkHttpResponse modifyHttpResponse(Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        SdkHttpResponse response = context.httpResponse();
        boolean isPacked = response.firstMatchingHeader(ENCODING).isPresent();
        boolean isPatient = response.firstMatchingHeader(RETRY_AFTER)
                .filter(wait -> !isShort(wait))
                .isPresent();
        if (!isPacked && !isPatient) {
            return response;
        }
        SdkHttpResponse.Builder filtered = response.toBuilder();
        if (isPacked) {
            filtered.removeHeader(ENCODING); // not asked for, and a megabyte may unpack to a gigabyte
        }
        if (isPatient) {
            filtered.removeHeader(RETRY_AFTER); // else the call sleeps its time away, or fails on a negative one
        }
        return filtered.build();
    }

    private static boolean isShort(String wait) {
        return wait.matches("\\d{1,4}") && Integer.parseInt(wait) <= LONGEST_WAIT.toSeconds();
    }
}
