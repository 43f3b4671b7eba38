package org.circlekeeper.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * As whom the server runs. PostgreSQL refuses to run as root, so root steps down to an account without rights, or,
 * where that account cannot reach the home, into a user namespace.
 */
record ServerAccount(List<String> prefix, boolean ownsFiles) {

    private static final int NOBODY = 65534;
    private static final List<String> STEP_DOWN =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    static ServerAccount reaching(Path directory) throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new ServerAccount(List.of(), false);
        }
        if (works(STEP_DOWN, "test", "-x", directory.toString())) {
            return new ServerAccount(STEP_DOWN, true);
        }
        var namespace = List.of("unshare", "-U");
        if (works(namespace, "true")) {
            return new ServerAccount(namespace, false);
        }
        throw new CannotStart("PostgreSQL does not run as root, and no other account can reach " + directory
                + ". Run Circlekeeper as an ordinary user, or choose a home that every account may enter.");
    }

    /** Gives the directory and all beneath it to the account. */
    void own(Path directory) throws IOException {
        int owner = ownsFiles ? NOBODY : 0;
        if (!"root".equals(System.getProperty("user.name"))
                || (int) Files.getAttribute(directory, "unix:uid") == owner) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", owner);
                Files.setAttribute(file, "unix:gid", owner);
            }
        }
    }

    private static boolean works(List<String> prefix, String... command) throws InterruptedException {
        try {
            var all = new java.util.ArrayList<>(prefix);
            all.addAll(List.of(command));
            return new ProcessBuilder(all)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
