package org.circlekeeper.demo.web;

import org.circlekeeper.demo.Stage;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Has the invented practice move in before the demo says that it is ready. */
@Component
@Profile("demo")
class CurtainUp implements ApplicationRunner {

    private final Stage stage;

    CurtainUp(Stage stage) {
        this.stage = stage;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        stage.set();
    }
}
