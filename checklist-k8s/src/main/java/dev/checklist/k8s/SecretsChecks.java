package dev.checklist.k8s;

import dev.checklist.Check;
import dev.checklist.Checklists;
import dev.checklist.Section;
import java.util.List;
import java.util.function.Function;

/** Has the checks of several Secrets, one line for each; "all Secrets" means those that are named. */
public final class SecretsChecks {
    private final List<SecretChecks> secrets;

    SecretsChecks(List<SecretChecks> secrets) {
        this.secrets = secrets;
    }

    /** Makes one line for each Secret that passes when it is there, as {@link SecretChecks#exists()} does. */
    public Section exist() {
        return each(SecretChecks::exists);
    }

    /**
     * Makes one line for each Secret that passes when none of its keys has a placeholder, as
     * {@link SecretChecks#hasNoPlaceholders()} does.
     */
    public Section haveNoPlaceholders() {
        return each(SecretChecks::hasNoPlaceholders);
    }

    /** Makes one line for each Secret that a running pod proves, as {@link SecretChecks#isProvenByPods()} does. */
    public Section areProvenByPods() {
        return each(SecretChecks::isProvenByPods);
    }

    private Section each(Function<SecretChecks, Check> line) {
        return Checklists.each(secrets, line);
    }
}
