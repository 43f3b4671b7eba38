package org.circlekeeper.database;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * As whom the server runs. PostgreSQL refuses to run as root, so root steps down to an account without rights, or,
 * where that account cannot reach the home, into a user namespace. It also refuses an account that the list of users
 * does not know, as containers like to have; the user namespace helps there too.
 */
record ServerAccount(List<String> prefix, boolean ownsFiles) {

    private static final int NOBODY = 65534;
    private static final List<String> STEP_DOWN =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    // Of a user without an entry Java knows no better name.
    private static final String NAMELESS = "?";

    static ServerAccount reaching(Path directory) throws IOException, InterruptedException {
        if (!isRoot()) {
            boolean nameless = NAMELESS.equals(System.getProperty("user.name"));
            return new ServerAccount(nameless && works(NAMESPACE, "true") ? NAMESPACE : List.of(), false);
        }
        if (works(STEP_DOWN, "test", "-x", directory.toString())) {
            return new ServerAccount(STEP_DOWN, true);
        }
        if (works(NAMESPACE, "true")) {
            return new ServerAccount(NAMESPACE, false);
        }
        throw new CannotStart("PostgreSQL does not run as root, and no other account can reach " + directory
                + ". Run Circlekeeper as an ordinary user, or choose a home that every account may enter.");
    }

    /**
     * Gives the directory and all beneath it to the account; the directory last, so that a walk cut short is repeated.
     */
    void own(Path directory) throws IOException {
        int owner = ownsFiles ? NOBODY : 0;
        if (!isRoot() || (int) Files.getAttribute(directory, "unix:uid") == owner) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.setAttribute(file, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static boolean isRoot() throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    }

    private static boolean works(List<String> prefix, String... command) throws InterruptedException {
        try {
            var all = new ArrayList<>(prefix);
            all.addAll(List.of(command));
            return new ProcessBuilder(all)
                            .redirectErrorStream(true)
                            .redirectOutput(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
