package org.circlekeeper.database;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/** Says why the program cannot start in one sentence on stderr, where the framework would print its own inside. */
final class TroubleInASentence implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger(TroubleInASentence.class);

    // The framework makes it so.
    TroubleInASentence(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        var sentence = sentence(failure);
        sentence.ifPresent(LOG::error);
        return sentence.isPresent();
    }

    static Optional<String> sentence(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException taken) {
                return Optional.of("Port " + taken.getPort()
                        + " is in use by another program. Stop that one, or choose " + "another port with --port.");
            }
        }
        return CannotStart.behind(failure).map(CannotStart::getMessage);
    }
}
