package org.circlekeeper.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.circlekeeper.access.Permission;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.claims.Claim;
import org.circlekeeper.claims.ClaimFilter;
import org.circlekeeper.claims.ClaimStatus;
import org.circlekeeper.claims.Claims;
import org.circlekeeper.claims.Export;
import org.circlekeeper.terms.Money;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists claims and hands their files out. */
@Command(
        name = "claims",
        description = "List claims, or copy their files out.",
        mixinStandardHelpOptions = true,
        subcommands = {ClaimsCommand.ListThem.class, ClaimsCommand.ExportThem.class})
final class ClaimsCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw Refusal.usage(
                "Say what to do with claims: circlekeeper claims list, or circlekeeper claims export " + "--out DIR");
    }

    /** Lists claims. */
    @Command(name = "list", description = "List every claim with what holds it.")
    static final class ListThem implements Callable<Integer> {

        @Mixin
        Common common = new Common();

        @Option(
                names = "--status",
                paramLabel = "STATUS",
                description = "Only claims of this status: " + "${COMPLETION-CANDIDATES}.")
        @Nullable
        ClaimStatus status;

        @Override
        public Integer call() {
            try (var desk = Desk.open(common)) {
                var practice = desk.practice(null);
                var actor = desk.actor(practice, Permission.SEE_CLAIMS);
                var filter = status == null ? ClaimFilter.all() : ClaimFilter.of(status);
                var claims = desk.in(practice, () -> {
                    var found = desk.get(Claims.class).list(filter).stream()
                            .filter(claim -> status != null || !claim.wasNeverFiled())
                            .toList();
                    var shown = Set.copyOf(
                            found.stream().map(claim -> claim.patient().value()).toList());
                    desk.get(AuditTrail.class).shown(actor, "claims", shown, "claims list at the command line");
                    return found;
                });
                var told = claims.stream().map(Told::of).toList();
                common.answer().say(told, words(told));
                return 0;
            }
        }

        private static List<String> words(List<Told> claims) {
            var rows = new ArrayList<List<String>>();
            rows.add(List.of("CLAIM", "PATIENT", "PAYER", "DATE", "CHARGE", "STATUS", "FOUND"));
            claims.forEach(claim -> rows.add(List.of(
                    claim.claimNumber(),
                    claim.patientId(),
                    claim.payerId() == null ? "-" : claim.payerId(),
                    claim.serviceDate().toString(),
                    new Money(claim.chargeCents()).toString(),
                    claim.status(),
                    String.join(", ", claim.findings().stream().map(Found::code).toList()))));
            return claims.isEmpty() ? List.of("There are no claims.") : Answer.table(rows);
        }
    }

    /** One claim of the list. The patient is called as the files of the system before call them, when they do. */
    record Told(
            String id,
            String claimNumber,
            String patientId,
            @Nullable String payerId,
            LocalDate serviceDate,
            long chargeCents,
            String status,
            List<Found> findings) {

        static Told of(Claim claim) {
            return new Told(
                    claim.id().toString(),
                    claim.number(),
                    claim.patientExternalId() == null ? claim.patient().toString() : claim.patientExternalId(),
                    claim.payerId(),
                    claim.serviceDate(),
                    claim.charge().cents(),
                    claim.status().word(),
                    claim.findings().stream()
                            .map(finding ->
                                    new Found(finding.code(), finding.because().sentence()))
                            .toList());
        }
    }

    /** What was found in a claim. */
    record Found(String code, String sentence) {}

    /** Copies claims files out. */
    @Command(name = "export", description = "Copy each filed batch that was not copied before into a folder.")
    static final class ExportThem implements Callable<Integer> {

        @Mixin
        Common common = new Common();

        @Option(
                names = "--out",
                required = true,
                paramLabel = "DIR",
                description = "Folder for the claims files " + "(837P).")
        Path out = Path.of(".");

        @Option(names = "--all", description = "Copy all of them again, byte for byte the same.")
        boolean all;

        @Override
        public Integer call() {
            try (var desk = Desk.open(common)) {
                var practice = desk.practice(null);
                var actor = desk.actor(practice, Permission.RELEASE_CLAIMS);
                var done = desk.in(practice, () -> desk.get(Claims.class).export(Common.path(out), all, actor));
                var shape = new Exported(done.files().stream().map(Copied::of).toList(), done.already());
                common.answer().say(shape, words(shape));
                done.refused().forEach(Answer::aside);
                return done.refused().isEmpty() ? 0 : 1;
            }
        }

        private static List<String> words(Exported done) {
            var words = new ArrayList<String>();
            done.files()
                    .forEach(file -> words.add(file.file() + ": " + Answer.count(file.claims(), "claim", "claims")
                            + " to " + file.payerId() + ", " + new Money(file.totalCents())));
            words.add(
                    done.files().isEmpty()
                            ? "No new file; " + Answer.count(done.already(), "was", "were")
                                    + " copied before (--all copies " + "again)."
                            : Answer.count(done.files().size(), "file", "files") + " copied.");
            return words;
        }
    }

    /** What an export answers. */
    record Exported(List<Copied> files, int already) {}

    /** One file that was copied. */
    record Copied(String file, String payerId, int claims, long totalCents, String interchange, String sha256) {

        static Copied of(Export.ExportedFile file) {
            return new Copied(
                    file.file(),
                    file.payerId(),
                    file.claims(),
                    file.total().cents(),
                    file.interchange(),
                    file.sha256());
        }
    }
}
