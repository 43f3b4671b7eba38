package org.circlekeeper.cli;

import java.time.Duration;

/**
 * Tells on stderr what is going on, once something takes longer than two seconds: again and again to somebody who
 * watches a terminal, once for each thing to a log.
 */
final class Patience implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(2);

    private final boolean watched;
    private final Thread teller;
    private volatile String doing;

    Patience(String doing) {
        this.doing = doing;
        this.watched = System.console() != null && System.console().isTerminal();
        this.teller = Thread.ofVirtual().start(this::tell);
    }

    void now(String other) {
        doing = other;
    }

    private void tell() {
        var told = "";
        try {
            while (true) {
                Thread.sleep(LONG);
                var now = doing;
                if (isToSay(now, told, watched)) {
                    Answer.aside(now + " ...");
                }
                told = now;
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean isToSay(String now, String told, boolean watched) {
        return watched || !now.equals(told);
    }

    @Override
    public void close() {
        teller.interrupt();
    }
}
