package dev.checklist.s3;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Holds what a store said, as data: status, S3's error code, the bucket's region, the store's time.
 *
 * <p>No free text of the store is kept: it may repeat an access key.
 */
record Answer(
        int status,
        @Nullable String code,
        @Nullable String region,
        @Nullable Instant date) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{3,64}");
    private static final Pattern REGION = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    static Answer of(SdkHttpResponse response) {
        return of(response.statusCode(), null, response);
    }

    static Answer of(S3Exception refusal) {
        AwsErrorDetails details = refusal.awsErrorDetails();
        return details == null
                ? new Answer(refusal.statusCode(), null, null, null)
                : of(refusal.statusCode(), details.errorCode(), details.sdkHttpResponse());
    }

    private static Answer of(int status, @Nullable String code, @Nullable SdkHttpResponse response) {
        return new Answer(
                status,
                code != null && CODE.matcher(code).matches() ? code : null,
                header(response, "x-amz-bucket-region").filter(Answer::isRegion).orElse(null),
                header(response, "Date").flatMap(Answer::instant).orElse(null));
    }

    private static Optional<String> header(@Nullable SdkHttpResponse response, String name) {
        return response == null ? Optional.empty() : response.firstMatchingHeader(name);
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty(); // a clock that cannot be read is a clock that was not told
        }
    }

    static boolean isRegion(String text) {
        return REGION.matcher(text).matches();
    }

    boolean isOk() {
        return status == 200;
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Shows status and code, such as "403 AccessDenied". */
    String shown() {
        return code == null ? Integer.toString(status) : status + " " + code;
    }
}
