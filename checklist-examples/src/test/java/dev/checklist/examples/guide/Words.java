package dev.checklist.examples.guide;

import static dev.checklist.Checklists.*;
import static java.time.Duration.*;

import dev.checklist.Check;
import dev.checklist.Item;
import dev.checklist.Outcome;
import dev.checklist.Section;
import dev.checklist.http.HttpChecks;
import java.math.BigDecimal;
import java.util.List;

/** Has the small snippets. */
final class Words {
    private final HttpChecks http = HttpChecks.create();
    private final Books books = new Books();

    private static final class Books {
        BigDecimal difference() {
            return BigDecimal.ZERO;
        }

        List<String> openOrders() {
            return List.of();
        }
    }

    private record Region(String name, String healthUrl) {}

    List<Item> ownChecks() {
        // guide: own
        Check balanced =
                check("the ledger is balanced", context -> expect("debits minus credits", 0, books.difference()));

        Check complete = check(
                "no order is open",
                context -> books.openOrders().isEmpty()
                        ? Outcome.passed("0 open orders")
                        : Outcome.failed("expected no open order but found "
                                + books.openOrders().size()));
        // guide: end
        return List.of(balanced, complete);
    }

    Section gates(Check up, Check one, Check two) {
        // guide: gates
        Section section = section("Shop", up.orStop(), one, two.requires(one));
        // guide: end
        return section;
    }

    Section conditions(List<Region> regions, boolean migrates, Check rehearsed) {
        // guide: conditions
        Section section = section(
                "Regions",
                rehearsed.onlyIf(precondition("the release migrates the schema", () -> migrates)),
                each(regions, region -> http.get(region.healthUrl()).respondsWith(200))
                        .orSkip("no region is configured"));
        // guide: end
        return section;
    }

    Check alternatives(Check kustomize, Check kubectl) {
        // guide: alternatives
        Check either = anyOf("kustomize is available", kustomize, kubectl);
        // guide: end
        return either;
    }

    Check retries(Check slow) {
        // guide: retries
        Check patient = slow.retry(
                        attempts(10).backingOff(ofSeconds(1), ofSeconds(20)).within(ofMinutes(3)))
                .timeout(ofSeconds(10));
        // guide: end
        return patient;
    }

    Check questions(Check encrypted) {
        // guide: orAsk
        Check asked =
                encrypted.orAsk(signOff("the provider encrypts this bucket").by("storage team"));
        // guide: end
        return asked;
    }
}
