package org.circlekeeper.intake.web;

import static java.util.Comparator.comparing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.web.InventoryMembers.Held;
import org.jspecify.annotations.Nullable;

/**
 * The inventory as a file that an auditor takes along: a row for each paper, whatever became of it, and one for whoever
 * was given none. Why somebody declined or withdrew one stays on their own page.
 */
final class InventoryFile {

    /** A spreadsheet opens no longer file. */
    private static final int MOST_ROWS = 1_000_000;

    private InventoryFile() {}

    static String of(List<Held> members, KnownSeats seats, ZoneId zone) {
        var text = new StringWriter();
        text.write('\uFEFF');
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(
                    "Member",
                    "Groups",
                    "Paper",
                    "Version",
                    "Language",
                    "Required or offered",
                    "Standing",
                    "Since",
                    "By",
                    "Last day");
            members.stream()
                    .flatMap(member -> rows(member, seats.of(member), zone))
                    .limit(MOST_ROWS)
                    .forEach(row -> csv.writeRecord(
                            row.stream().map(InventoryFile::safe).toList()));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return text.toString();
    }

    /** Names the groups of a member's seats. */
    interface KnownSeats {
        String of(Held member);
    }

    private static Stream<List<String>> rows(Held member, String groups, ZoneId zone) {
        var name = member.patient().name().toString();
        return member.isGivenNone()
                ? Stream.of(List.of(name, groups, "none was given", "", "", "", "", "", "", ""))
                : member.papers().stream()
                        .sorted(comparing(Paper::title)
                                .thenComparing(Paper::version)
                                .thenComparing(paper -> paper.id().value()))
                        .map(paper -> row(name, groups, paper, zone));
    }

    private static List<String> row(String name, String groups, Paper paper, ZoneId zone) {
        return List.of(
                name,
                groups,
                paper.title(),
                Integer.toString(paper.version()),
                paper.language().onScreen(),
                paper.need().onScreen(),
                paper.status().onScreen(),
                LocalDate.ofInstant(paper.movedAt(), zone).toString(),
                paper.movedBy(),
                day(paper.until()));
    }

    private static String day(@Nullable LocalDate day) {
        return Objects.toString(day, "");
    }

    /** A leading apostrophe keeps a spreadsheet from reading a formula (CWE-1236). */
    private static String safe(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
