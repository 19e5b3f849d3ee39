package dev.checklist.http;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Follows redirects where a line asks for it, and never beyond the origin that the line names. */
final class Redirects {
    private static final int MOST = 10;

    private Redirects() {}

    static Answer follow(Sender sender, Call call, Deadline deadline) throws NoAnswerException, InterruptedException {
        List<Address> seen = new ArrayList<>(List.of(call.address()));
        Answer answer = sender.send(call, deadline);
        while (call.reading().follows() && answer.isRedirect()) {
            Address next = answer.location();
            if (!next.sameOrigin(call.address())) {
                throw NoAnswerException.wrong(call + " was redirected to " + next
                        + ", another scheme, host or port, which is not followed: name that address in the list");
            }
            boolean loops = seen.contains(next);
            seen.add(next);
            if (loops || seen.size() > MOST + 1) {
                throw NoAnswerException.wrong(
                        (loops ? "found a redirect loop: " : "found too many redirects: ") + path(seen));
            }
            answer = sender.send(call.to(next), deadline);
        }
        return answer;
    }

    private static String path(List<Address> seen) {
        return seen.stream().map(Address::toString).collect(Collectors.joining(" → "));
    }
}
