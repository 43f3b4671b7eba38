package org.circlekeeper.movein.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.circlekeeper.movein.MissingColumn;
import org.circlekeeper.movein.Notice;

/** What is to be said of a file before its rows are read: about its columns, those it lacks and those nobody reads. */
final class Scrutiny {

    /** So many headers that are not read are named; of more the number is told. */
    private static final int MOST_NAMED = 30;

    private static final int LONGEST_HEADER = 60;

    private static final Pattern SECOND_INSURANCE = Pattern.compile(
            "(?i)((client|patient)\\W*)?(secondary|tertiary|second|other)\\W*(insurance|payer|payor|member|policy"
                    + "|subscriber|insured|plan|carrier|group n).*|(insurance|payer|payor) ?[23]\\b.*");

    /** What follows when a file does not have one of these, which it may do without. */
    private static final Map<Column, String> WITHOUT = new TreeMap<>(Map.of(
            Column.MEMBER_ID, "everybody in it is taken as paying for themselves",
            Column.DIAGNOSIS, "claims are held until a diagnosis is on each chart",
            Column.RECORDED_BY, "all of it is taken as not marked, and its sessions stay open",
            Column.NOTE_SIGNED_BY, "each claim waits until its note is signed here"));

    private final Kind kind;
    private final Table table;
    private final Columns.Found found;
    private final Map<Column, String> remembered;
    private final List<Flaw> flaws = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<Column, Boolean> missing = new TreeMap<>();

    private Scrutiny(Kind kind, Table table, Columns.Found found, Map<Column, String> remembered) {
        this.kind = kind;
        this.table = table;
        this.found = found;
        this.remembered = remembered;
    }

    /** Why the file cannot be used: the sentence follows its name. */
    record Flaw(int row, String sentence) {}

    /** All that is to be said. */
    record Said(List<Flaw> flaws, List<Notice> notices, List<MissingColumn> missing) {}

    static Said of(Kind kind, Table table, Columns.Found found, Map<Column, String> remembered) {
        var scrutiny = new Scrutiny(kind, table, found, remembered);
        scrutiny.lookForWhatIsNeeded();
        scrutiny.lookForWhatHoldsBack();
        if (scrutiny.flaws.isEmpty()) {
            scrutiny.lookAtCodes();
            DayOrder.wrong(table, found)
                    .ifPresent(wrong -> scrutiny.flaws.add(new Flaw(wrong.row(), DayOrder.sentence(wrong))));
            scrutiny.tellWithout();
        }
        scrutiny.tellRepeated();
        scrutiny.tellNotRead();
        if (table.lines().isEmpty() && scrutiny.flaws.isEmpty()) {
            scrutiny.tell(table.file() + " has a header and no rows. Export it again if it should.");
        }
        return new Said(scrutiny.flaws, scrutiny.notices, scrutiny.missing());
    }

    /** Of several columns one is enough, and each can be pointed out. */
    private void lookForWhatIsNeeded() {
        found.missing().forEach(either -> {
            flaws.add(new Flaw(1, Columns.sentence(either)));
            either.forEach(column -> missing.put(column, true));
        });
    }

    private void lookForWhatHoldsBack() {
        for (var reason : HoldingBack.values()) {
            var unread = reason.unread(kind, table, found, remembered);
            unread.forEach(header -> flaws.add(new Flaw(1, reason.sentence(kind, header))));
            if (!unread.isEmpty()) {
                reason.columns().forEach(column -> missing.put(column, false));
            }
        }
    }

    private void lookAtCodes() {
        found.columns().place(Column.CODE).ifPresent(place -> {
            if (ServiceWords.needCodes(table, place)) {
                flaws.add(
                        new Flaw(
                                1,
                                "has no CPT code in the column \""
                                        + table.header().get(place)
                                        + "\". Write 90853 there for each group session, or say which column holds the codes."));
                missing.put(Column.CODE, true);
            }
        });
    }

    private void tellWithout() {
        WITHOUT.forEach((column, what) -> {
            boolean none = remembered.getOrDefault(column, "").equalsIgnoreCase(Column.NONE);
            if (kind.columns().contains(column) && !found.columns().has(column) && !none) {
                missing.put(column, false);
                tell(table.file() + " has no column that is known to be the " + column.label() + ": " + what
                        + ". If it has one, say which, on the page or with --column \"" + kind.file() + ":"
                        + column.label() + "=HEADER\".");
            }
        });
    }

    /** Of headers that stand there more than once only the first is read. */
    private void tellRepeated() {
        found.headers().values().stream()
                .filter(header ->
                        table.header().stream().filter(header::equalsIgnoreCase).count() > 1)
                .distinct()
                .forEach(header -> tell(
                        "The column " + header + " is there twice, and only the first is read. Leave the right one."));
    }

    /** A second insurance is typed in: which of the two pays first is seldom in an export. */
    private void tellNotRead() {
        Set<String> second = new LinkedHashSet<>();
        Set<String> others = new LinkedHashSet<>();
        found.notRead().stream().map(place -> table.header().get(place)).forEach(header -> {
            if (kind == Kind.CLIENTS && SECOND_INSURANCE.matcher(header).matches()) {
                second.add(header);
            } else if (kind != Kind.APPOINTMENTS || !header.equalsIgnoreCase("Status")) {
                others.add(header);
            }
        });
        if (!second.isEmpty()) {
            tell("Not read: " + named(second) + ". Claims go to the first insurance alone.");
        }
        if (!others.isEmpty()) {
            tell("Not read: " + named(others) + ".");
        }
        if (kind == Kind.APPOINTMENTS && table.header().stream().anyMatch("Status"::equalsIgnoreCase)) {
            tell("The column Status says what was booked, not who came; only attendance that names who recorded it "
                    + "counts as presence.");
        }
    }

    private static String named(Set<String> headers) {
        var names = headers.stream()
                .limit(MOST_NAMED)
                .map(name -> name.length() > LONGEST_HEADER ? name.substring(0, LONGEST_HEADER) + "…" : name)
                .collect(Collectors.joining(", "));
        return headers.size() > MOST_NAMED ? names + " and " + (headers.size() - MOST_NAMED) + " more" : names;
    }

    private List<MissingColumn> missing() {
        return missing.entrySet().stream()
                .map(one -> new MissingColumn(
                        table.file(), kind.file(), one.getKey().label(), table.header(), one.getValue()))
                .toList();
    }

    private void tell(String sentence) {
        notices.add(new Notice(table.file(), 1, "", sentence));
    }
}
