package org.circlekeeper.demo.web;

import org.circlekeeper.demo.Stage;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Has the invented practice move in before the first page is served. */
@Component
@Profile("demo")
class CurtainUp implements SmartLifecycle {

    private final Stage stage;
    private volatile boolean up;

    CurtainUp(Stage stage) {
        this.stage = stage;
    }

    @Override
    public void start() {
        stage.set();
        up = true;
    }

    @Override
    public void stop() {
        up = false;
    }

    @Override
    public boolean isRunning() {
        return up;
    }

    /** Well before the port opens: the web server comes last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
