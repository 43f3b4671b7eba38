package org.circlekeeper.database;

import org.circlekeeper.Circlekeeper;
import org.springframework.boot.SpringApplication;

/** The whole program in a process of its own. */
final class Served {

    private Served() {}

    public static void main(String[] args) {
        try {
            var context = SpringApplication.run(
                    Circlekeeper.class,
                    "--server.port=0",
                    "--circlekeeper.use=SERVE",
                    "--circlekeeper.home=" + args[0]);
            System.out.println("ready " + context.getEnvironment().getProperty("local.server.port"));
        } catch (RuntimeException refused) {
            System.out.println("refused " + refused);
            System.exit(1);
        }
    }
}
