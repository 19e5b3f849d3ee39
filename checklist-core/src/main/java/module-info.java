/** Turns deployment checklists into code that runs: the language, the runner, reports, what people sign, the archive of runs, checks of HTTP, of the network, of databases, of registries and of this machine, and a test kit. */
module dev.checklist {
    requires static transitive org.jspecify;
    requires com.fasterxml.jackson.core;
    requires io.github.resilience4j.core;
    requires io.github.resilience4j.retry;
    requires transitive java.net.http;
    requires java.naming;
    requires static transitive java.sql;
    requires java.xml;
    requires org.slf4j;
    requires org.snakeyaml.engine;

    exports dev.checklist;
    exports dev.checklist.attestation;
    exports dev.checklist.history;
    exports dev.checklist.http;
    exports dev.checklist.jdbc;
    exports dev.checklist.local;
    exports dev.checklist.net;
    exports dev.checklist.registry;
    exports dev.checklist.report;
    exports dev.checklist.run;
    exports dev.checklist.testing;
}
