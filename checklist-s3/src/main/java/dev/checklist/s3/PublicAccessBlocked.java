package dev.checklist.s3;

import dev.checklist.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockResponse;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;

/** Asks whether the bucket overrules every grant to the public, whatever policies and lists say. */
record PublicAccessBlocked(Bucket bucket) implements BucketProbe {
    @Override
    public Outcome judge(BucketReader reader) throws Exception {
        Said<GetPublicAccessBlockResponse> said = reader.ask(Feature.ACCESS_BLOCK);
        if (said.is(404, "NoSuchPublicAccessBlockConfiguration")) {
            return Outcome.failed(expected() + "no public access block ("
                    + said.answer().shown() + "): set all four flags; a block of the whole account is not seen here");
        }
        return verdict(reader.value(Feature.ACCESS_BLOCK, said).publicAccessBlockConfiguration());
    }

    private Outcome verdict(@Nullable PublicAccessBlockConfiguration block) {
        List<String> off = new ArrayList<>();
        List<String> untold = new ArrayList<>();
        flags(block == null ? PublicAccessBlockConfiguration.builder().build() : block)
                .forEach((name, flag) -> {
                    if (flag == null) {
                        untold.add(name);
                    } else if (!flag) {
                        off.add(name);
                    }
                });
        if (!off.isEmpty()) {
            return Outcome.failed(expected() + "false for " + String.join(", ", off) + ": set all four flags");
        }
        return untold.isEmpty()
                ? Outcome.passed("all four flags of the public access block are true, for every object of the bucket")
                : Feature.ACCESS_BLOCK.unsupported(bucket, "no " + String.join(", no ", untold));
    }

    private static Map<String, @Nullable Boolean> flags(PublicAccessBlockConfiguration block) {
        Map<String, @Nullable Boolean> flags = new LinkedHashMap<>();
        flags.put("BlockPublicAcls", block.blockPublicAcls());
        flags.put("IgnorePublicAcls", block.ignorePublicAcls());
        flags.put("BlockPublicPolicy", block.blockPublicPolicy());
        flags.put("RestrictPublicBuckets", block.restrictPublicBuckets());
        return flags;
    }

    private String expected() {
        return "expected " + bucket.where() + " to block public access, found ";
    }

    @Override
    public List<Right> needs() {
        return List.of(bucket.right(Feature.ACCESS_BLOCK.action()));
    }
}
