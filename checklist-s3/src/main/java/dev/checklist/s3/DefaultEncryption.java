package dev.checklist.s3;

import dev.checklist.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;

/** Asks whether new objects are encrypted without being asked to. */
record DefaultEncryption(Bucket bucket) implements BucketProbe {
    static final Set<String> ALGORITHMS = Set.of("AES256", "aws:kms", "aws:kms:dsse");

    @Override
    public Outcome judge(BucketReader reader) throws Exception {
        Said<GetBucketEncryptionResponse> said = reader.ask(Feature.ENCRYPTION);
        if (said.is(404, "ServerSideEncryptionConfigurationNotFoundError")) {
            return Outcome.failed(expected() + "none (" + said.answer().shown() + "): configure it");
        }
        return verdict(reader.value(Feature.ENCRYPTION, said).serverSideEncryptionConfiguration());
    }

    private Outcome verdict(@Nullable ServerSideEncryptionConfiguration configuration) {
        List<String> algorithms = configuration == null
                ? List.of()
                : configuration.rules().stream()
                        .map(ServerSideEncryptionRule::applyServerSideEncryptionByDefault)
                        .filter(Objects::nonNull)
                        .map(ServerSideEncryptionByDefault::sseAlgorithmAsString)
                        .filter(Objects::nonNull)
                        .toList();
        if (algorithms.isEmpty()) {
            return Feature.ENCRYPTION.unsupported(bucket, "an answer without a rule");
        }
        return ALGORITHMS.containsAll(algorithms)
                ? Outcome.passed("new objects are encrypted with " + String.join(", ", algorithms))
                        .with("encryption", String.join(", ", algorithms))
                : Outcome.error(expected() + "an algorithm that S3 does not have");
    }

    private String expected() {
        return "expected default encryption of " + bucket.where() + ", found ";
    }

    @Override
    public List<Right> needs() {
        return List.of(bucket.right(Feature.ENCRYPTION.action()));
    }
}
