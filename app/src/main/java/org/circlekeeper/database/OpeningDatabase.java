package org.circlekeeper.database;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.circlekeeper.database.DatabaseConfiguration.Addresses;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Opens the database while the program still gathers its parts, which takes about as long. Whoever asks for the
 * addresses waits for it, and is told there what went wrong. What nobody came to ask for is closed again.
 */
public final class OpeningDatabase implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        var begun = new Begun(context.getEnvironment());
        DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
        beans.registerSingleton(Begun.class.getName(), begun);
        beans.registerDisposableBean(Begun.class.getName(), begun);
        Thread.ofPlatform().name("database").start(begun.opening);
    }

    /** An opening that was begun. */
    static final class Begun implements DisposableBean {

        private final FutureTask<Addresses> opening;
        private volatile boolean taken;

        private Begun(Environment environment) {
            opening = new FutureTask<>(() -> DatabaseConfiguration.open(
                    Home.at(Path.of(environment.getRequiredProperty("circlekeeper.home"))),
                    environment.getRequiredProperty("circlekeeper.use", HomeUse.class),
                    environment.getProperty("circlekeeper.durable", Boolean.class, true),
                    environment.getProperty("DATABASE_URL", "")));
        }

        /** Waits for what was opened, and leaves closing it to whoever takes it. */
        Addresses take() {
            var opened = opened();
            taken = true;
            return opened;
        }

        private Addresses opened() {
            try {
                return opening.get();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof RuntimeException told) {
                    throw told;
                }
                throw new IllegalStateException(failed.getCause());
            }
        }

        @Override
        public void destroy() throws Exception {
            if (taken) {
                return;
            }
            try {
                opening.get().close();
            } catch (ExecutionException failed) {
                // Nothing was opened, and why was not asked.
                taken = true;
            }
        }
    }
}
