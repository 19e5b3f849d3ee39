package dev.checklist.run;

import java.util.stream.Collectors;

/** Says that a list is not READY; its message has the causes, its {@link #report()} everything. */
public final class NotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Report report;

    NotReadyException(Report report) {
        super(message(report));
        this.report = report;
    }

    /** Returns the report of the run. */
    public Report report() {
        return report;
    }

    private static String message(Report report) {
        String causes = report.causes().stream()
                .map(cause -> "\n- " + cause.first().line().title() + ": " + cause.message())
                .collect(Collectors.joining());
        String open = report.open().stream()
                .map(result -> "\n- open: " + result.line().title() + ": " + result.message())
                .collect(Collectors.joining());
        return report.title() + " is " + report.headline() + causes + open;
    }
}
