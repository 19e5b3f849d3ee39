package dev.checklist.run.engine;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Collects what everything logs while it is open, down to TRACE. */
final class Logs implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final List<ch.qos.logback.core.Appender<ILoggingEvent>> others = new ArrayList<>();

    Logs() {
        root.iteratorForAppenders().forEachRemaining(others::add);
        others.forEach(root::detachAppender);
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.TRACE);
    }

    List<ILoggingEvent> events() {
        synchronized (appender) {
            return List.copyOf(appender.list);
        }
    }

    List<String> at(Level level) {
        return events().stream()
                .filter(event -> event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** Returns everything that a log file could come to hold, exceptions included. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (ILoggingEvent event : events()) {
            texts.add(event.getFormattedMessage());
            texts.add(event.getMessage());
            texts.add(event.getThreadName());
            for (IThrowableProxy at = event.getThrowableProxy(); at != null; at = at.getCause()) {
                texts.add(at.getClassName() + ": " + at.getMessage());
            }
        }
        return texts;
    }

    @Override
    public void close() {
        root.setLevel(before);
        root.detachAppender(appender);
        others.forEach(root::addAppender);
    }
}
