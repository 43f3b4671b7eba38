package org.circlekeeper.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.database.Home;
import org.circlekeeper.database.Trial;
import org.circlekeeper.outbox.Outbox;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practice;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.ProcedureCode;
import org.flywaydb.core.Flyway;

/** The checks that doctor makes, in their order. */
final class Examination {

    private static final long ENOUGH_MEGABYTES = 1_024;

    private Examination() {}

    /** What can be seen before anything starts. */
    static void machine(List<DoctorCommand.Check> checks) {
        int java = Runtime.version().feature();
        add(checks, "Java", java >= 25, "Java " + java, "Install a JDK 25: apt install temurin-25-jdk");
        var zones = ZoneRulesProvider.getVersions("America/New_York");
        add(
                checks,
                "time zones",
                !zones.isEmpty(),
                "time-zone data " + String.join(", ", zones.keySet()),
                "Install a JDK 25 with its time-zone data.");
        var home = Path.of(System.getenv().getOrDefault("CIRCLEKEEPER_HOME", "./data"))
                .toAbsolutePath()
                .normalize();
        boolean writable = Files.isDirectory(home) ? Files.isWritable(home) : Files.isWritable(parent(home));
        add(checks, "home", writable, home.toString(), "Run: chown -R \"$USER\" " + home);
        disk(checks, home);
    }

    private static Path parent(Path home) {
        var parent = home.getParent();
        while (parent != null && !Files.exists(parent)) {
            parent = parent.getParent();
        }
        return parent == null ? home : parent;
    }

    private static void disk(List<DoctorCommand.Check> checks, Path home) {
        try {
            long free =
                    Files.getFileStore(Files.exists(home) ? home : parent(home)).getUsableSpace() >> 20;
            add(
                    checks,
                    "disk",
                    free >= ENOUGH_MEGABYTES,
                    free + " MB free",
                    "Free some space: at least " + ENOUGH_MEGABYTES + " MB. To see what is large: du -xh / | sort "
                            + "-h | tail");
        } catch (IOException unknown) {
            add(checks, "disk", false, "the free space cannot be read", "Run: df -h " + home);
        }
    }

    /** What the started program knows. */
    static void program(List<DoctorCommand.Check> checks, Desk desk) {
        add(checks, "database", true, "answers, in " + desk.get(Home.class).directory(), "");
        var current = desk.get(Flyway.class).info().current();
        var pending = desk.get(Flyway.class).info().pending().length;
        add(
                checks,
                "schema",
                pending == 0,
                "version " + (current == null ? "none" : current.getVersion()),
                "Stop what serves this home, and start it again: circlekeeper serve");
        var told = System.getenv().getOrDefault("CIRCLEKEEPER_CLOCK", "");
        boolean live = desk.get(Trial.class).isLive();
        add(
                checks,
                "clock",
                told.isBlank() || !live,
                (live ? "live, " : "on trial, ") + "it is "
                        + desk.get(Clock.class).instant(),
                "Run: unset " + "CIRCLEKEEPER_CLOCK");
        try {
            desk.practices().forEach(practice -> practice(checks, desk, practice));
        } catch (Refusal none) {
            add(checks, "practice", false, "none yet", none.sentence());
        }
    }

    private static void practice(List<DoctorCommand.Check> checks, Desk desk, Practice practice) {
        var flaws = new ArrayList<String>();
        desk.in(practice, () -> {
            if (!practice.address().hasNineDigitZip()) {
                flaws.add("its ZIP has five digits, and claims need nine");
            }
            if (practice.address().isPostOfficeBox()) {
                flaws.add("its address is a post-office box, and claims need a street");
            }
            if (desk.get(Payers.class).all().isEmpty()) {
                flaws.add("it has no payer");
            }
            var today = LocalDate.ofInstant(desk.get(Clock.class).instant(), practice.zone());
            if (desk.get(Payers.class)
                    .fee(ProcedureCode.GROUP_PSYCHOTHERAPY, today)
                    .isEmpty()) {
                flaws.add("it has no fee for 90853");
            }
            if (desk.get(Practices.class).practitioners().isEmpty()) {
                flaws.add("nobody leads groups");
            }
            return practice;
        });
        add(
                checks,
                practice.name(),
                flaws.isEmpty(),
                flaws.isEmpty() ? "complete, clock of " + zone(practice.zone()) : String.join("; ", flaws),
                "Run: circlekeeper serve, and complete it under Settings; or: circlekeeper import DIR");
        var stuck = desk.in(practice, () -> desk.get(Outbox.class).trouble());
        add(
                checks,
                practice.name() + ", what leaves",
                stuck.isEmpty(),
                stuck.map(Outbox.Trouble::sentence).orElse("nothing waits"),
                "Then run: circlekeeper rounds");
    }

    private static String zone(ZoneId zone) {
        return zone.getId();
    }

    private static void add(List<DoctorCommand.Check> checks, String what, boolean fine, String found, String remedy) {
        checks.add(new DoctorCommand.Check(checks.size() + 1, what, fine, found, fine ? "" : remedy));
    }
}
