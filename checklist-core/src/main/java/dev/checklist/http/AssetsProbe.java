package dev.checklist.http;

import dev.checklist.CheckContext;
import dev.checklist.Outcome;
import dev.checklist.Probe;
import dev.checklist.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks whether the scripts, style sheets and images of a page are there, and are what they should be. */
record AssetsProbe(Asker asker, Call call) implements Probe {
    static final int MOST = 30;

    private static final String EXPECTED = "all assets of the page";

    AssetsProbe {
        if (!call.method().equals("GET")) {
            throw new IllegalArgumentException("method is " + call.method() + ": expected GET");
        }
    }

    @Override
    public Outcome evaluate(CheckContext context) throws Exception {
        return asker.judge(call, EXPECTED, () -> {
            Answer page = asker.read(context, call);
            return page.seen(judge(context, page));
        });
    }

    private Outcome judge(CheckContext context, Answer page) throws Exception {
        Optional<Outcome> obstacle = Content.obstacle(EXPECTED, page);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        String type = page.contentType().essence();
        if (!type.equals("text/html") && !type.equals("application/xhtml+xml")) {
            return Outcome.error("expected " + EXPECTED + " but found content type " + page.shownType()
                    + " instead of an HTML page");
        }
        if (!page.body().isComplete()) {
            return Outcome.error("expected " + EXPECTED + " but " + page.unread());
        }
        Map<Address, HtmlAssets.Kind> assets = new LinkedHashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        sort(page, assets, outcomes);
        if (assets.isEmpty() && outcomes.isEmpty()) {
            return Outcome.failed(
                    "expected " + EXPECTED + " but it refers to no script, style sheet or image of its own origin");
        }
        for (Map.Entry<Address, HtmlAssets.Kind> asset :
                assets.entrySet().stream().limit(MOST).toList()) {
            outcomes.add(ask(context, asset.getKey(), asset.getValue()));
        }
        Outcome joined = joined(outcomes);
        return assets.size() <= MOST
                ? joined
                : joined.warning("only the first " + MOST + " of " + assets.size() + " assets were asked for");
    }

    /** Resolves references; one that is no address at all is a broken asset. */
    private static void sort(Answer page, Map<Address, HtmlAssets.Kind> assets, List<Outcome> broken) {
        Address here = page.call().address();
        HtmlAssets found = HtmlAssets.of(new String(page.body().bytes(), StandardCharsets.UTF_8));
        Address base = resolved(here, found.base()).orElse(here);
        for (HtmlAssets.Reference reference : found.references()) {
            if (reference.url().matches("(?is)[a-z][a-z0-9+.-]*:.*")
                    && !reference.url().matches("(?is)https?:.*")) {
                continue;
            }
            Optional<Address> address = resolved(base, reference.url());
            if (address.isEmpty()) {
                broken.add(Outcome.failed("a reference that is no address"));
            } else if (address.get().sameOrigin(here)) {
                assets.putIfAbsent(address.get(), reference.kind());
            }
        }
    }

    private static Optional<Address> resolved(Address base, String reference) {
        try {
            return Optional.of(reference.isEmpty() ? base : base.locate(reference.replace(" ", "%20")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Outcome ask(CheckContext context, Address address, HtmlAssets.Kind kind) throws Exception {
        Call asset = call.to(address).with(Reading.DEFAULT.expectingRefusal());
        Answer answer;
        try {
            answer = asker.read(context, asset);
        } catch (NoAnswerException e) {
            return Outcome.error(String.valueOf(e.getMessage()));
        }
        if (answer.status() == 401 || answer.status() == 403) {
            return Outcome.notPermitted(address + ": status " + answer.status());
        }
        if (answer.status() == 429 || answer.status() >= 500) {
            return Outcome.error(address + ": status " + answer.status());
        }
        if (answer.status() != 200) {
            return Outcome.failed(address + ": status " + answer.status());
        }
        if (!kind.fits(answer.contentType().essence())) {
            return Outcome.failed(address + ": content type " + answer.shownType());
        }
        return answer.body().size() == 0 ? Outcome.failed(address + ": empty") : Outcome.passed(address.toString());
    }

    private static Outcome joined(List<Outcome> outcomes) {
        for (Status worst : List.of(Status.FAILED, Status.ERROR)) {
            List<Outcome> bad = outcomes.stream()
                    .filter(outcome -> outcome.status() == worst)
                    .toList();
            if (!bad.isEmpty()) {
                String text = "expected " + EXPECTED + " but found "
                        + bad.stream().map(Outcome::message).limit(5).collect(Collectors.joining("; "))
                        + (bad.size() > 5 ? " and " + (bad.size() - 5) + " more" : "");
                boolean isForbidden =
                        bad.stream().allMatch(outcome -> outcome.mark().couldNotLook());
                return worst == Status.FAILED
                        ? Outcome.failed(text)
                        : isForbidden ? Outcome.notPermitted(text) : Outcome.error(text);
            }
        }
        return Outcome.passed("served " + outcomes.size() + " assets, each of a fitting type")
                .with("assets", outcomes.size());
    }
}
