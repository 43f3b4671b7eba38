package org.circlekeeper.database;

import java.nio.file.Path;

/** A process of its own that opens a home, says so, and lets go when its input ends. */
final class HomeHolder {

    private HomeHolder() {}

    public static void main(String[] args) throws Exception {
        try (var database = HomeDatabase.open(Home.at(Path.of(args[0])), HomeUse.valueOf(args[1]), true)) {
            System.out.println("ready " + (database.held().isPresent() ? "holding" : "borrowing"));
            System.in.read();
        } catch (CannotStart refused) {
            System.out.println("refused " + refused.getMessage());
        }
    }
}
