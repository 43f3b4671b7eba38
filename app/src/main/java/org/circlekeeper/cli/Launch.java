package org.circlekeeper.cli;

import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.database.CannotStart;
import org.circlekeeper.database.HomeUse;
import org.circlekeeper.database.OpeningDatabase;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;

/** Starts the program around a command. */
final class Launch {

    /** Returned by a command whose server goes on running. */
    static final int GOES_ON = -1;

    /** A start that fails is told once, in a sentence, and not by the framework as well. */
    private static final List<String> QUIET = List.of(
            "--logging.level.org.springframework.context.annotation=ERROR",
            "--logging.level.org.springframework.boot.web.server.servlet.context=ERROR");

    private Launch() {}

    /** For one command: no pages, only what the command asks for, the home shared with whatever serves it. */
    static ConfigurableApplicationContext command(Class<?> program) {
        return start(program, WebApplicationType.NONE, HomeUse.COMMAND, List.of());
    }

    static ConfigurableApplicationContext server(Class<?> program, HomeUse use, List<String> settings) {
        return start(program, WebApplicationType.SERVLET, use, settings);
    }

    /**
     * Whether the build settled what the container of a server holds. Classes lying in folders may be newer than that.
     */
    private static boolean isPrepared(Class<?> program) {
        var source = program.getProtectionDomain().getCodeSource();
        return source != null
                && source.getLocation().getPath().endsWith(".jar")
                && ClassUtils.isPresent(
                        program.getName() + "__ApplicationContextInitializer", program.getClassLoader());
    }

    private static ConfigurableApplicationContext start(
            Class<?> program, WebApplicationType type, HomeUse use, List<String> settings) {
        SpringProperties.setProperty(
                AotDetector.AOT_ENABLED, Boolean.toString(use == HomeUse.SERVE && isPrepared(program)));
        var application = new SpringApplication(program);
        application.setWebApplicationType(type);
        application.setLazyInitialization(use == HomeUse.COMMAND);
        application.addInitializers(new OpeningDatabase());
        var all = new ArrayList<>(settings);
        all.add("--circlekeeper.use=" + use.name());
        all.addAll(QUIET);
        try {
            return application.run(all.toArray(String[]::new));
        } catch (RuntimeException told) {
            throw Refusal.toldAlready(
                    CannotStart.behind(told).map(CannotStart::getMessage).orElse("Circlekeeper did not start."));
        }
    }
}
