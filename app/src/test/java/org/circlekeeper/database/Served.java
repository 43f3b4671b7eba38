package org.circlekeeper.database;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.Circlekeeper;
import org.springframework.boot.SpringApplication;

/** The whole program in a process of its own, until nobody holds its input open any more. */
final class Served {

    private Served() {}

    public static void main(String[] args) {
        try {
            var settings = new ArrayList<>(
                    List.of("--server.port=0", "--circlekeeper.use=SERVE", "--circlekeeper.home=" + args[0]));
            settings.addAll(List.of(args).subList(1, args.length));
            var context = SpringApplication.run(Circlekeeper.class, settings.toArray(String[]::new));
            System.out.println("ready " + context.getEnvironment().getProperty("local.server.port"));
            System.in.transferTo(OutputStream.nullOutputStream());
            System.exit(SpringApplication.exit(context));
        } catch (RuntimeException | IOException refused) {
            System.out.println("refused " + refused);
            System.exit(1);
        }
    }
}
