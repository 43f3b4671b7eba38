package org.circlekeeper.cli;

import java.time.Duration;

/** Tells on stderr what is going on, once something takes longer than two seconds. */
final class Patience implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(2);

    private final Thread teller;
    private volatile String doing;

    Patience(String doing) {
        this.doing = doing;
        this.teller = Thread.ofVirtual().start(this::tell);
    }

    void now(String other) {
        doing = other;
    }

    private void tell() {
        try {
            while (true) {
                Thread.sleep(LONG);
                Answer.aside(doing + " ...");
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        teller.interrupt();
    }
}
