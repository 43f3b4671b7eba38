package org.circlekeeper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Opens the first pages once and ends in good order, so that the JDK can keep what it loaded and linked for the next
 * start (JEP 514). Only the start script asks for it, in a home that is thrown away.
 */
@Component
class Rehearsal implements ApplicationListener<ApplicationReadyEvent> {

    private static final List<String> PAGES = List.of("/health/ready", "/sign-in", "/circlekeeper.css", "/");

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        var context = ready.getApplicationContext();
        if (!context.getEnvironment().getProperty("circlekeeper.rehearsal", Boolean.class, false)) {
            return;
        }
        var port = context.getEnvironment().getProperty("local.server.port");
        try (var client = HttpClient.newHttpClient()) {
            for (var page : PAGES) {
                client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                                .build(),
                        BodyHandlers.discarding());
            }
        } catch (IOException unreachable) {
            throw new IllegalStateException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(context)));
    }
}
