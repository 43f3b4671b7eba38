package org.circlekeeper.movein.read;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.circlekeeper.movein.Drop;
import org.circlekeeper.movein.MissingColumn;
import org.circlekeeper.movein.Notice;
import org.circlekeeper.movein.Refused;
import org.circlekeeper.movein.SourceFile;
import org.jspecify.annotations.Nullable;

/** Everything that the files of an import hold, each row judged by itself. */
public final class Holdings {

    private final List<Row.Staff> staff = new ArrayList<>();
    private final List<Row.Client> clients = new ArrayList<>();
    private final List<Row.Appointment> appointments = new ArrayList<>();
    private final List<Row.Other> others = new ArrayList<>();
    private final List<Row.Attendance> attendance = new ArrayList<>();
    private final List<String> leftAside = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<MissingColumn> missing = new ArrayList<>();
    private final Map<Kind, Map<Column, String>> headers = new EnumMap<>(Kind.class);
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private @Nullable PracticeFile practice;
    private boolean whole = true;

    private Holdings() {}

    public static Holdings read(Drop drop, Map<Kind, Map<Column, String>> remembered, ZoneId zone, LocalDate today) {
        var holdings = new Holdings();
        var byName = drop.files().stream()
                .sorted(Comparator.comparing(SourceFile::name))
                .toList();
        for (var file : byName) {
            if (file.name().equalsIgnoreCase("practice.json")) {
                holdings.readPractice(file);
            }
            var kind = Kind.of(file.name());
            if (kind.isPresent() && holdings.isMeant(file, kind.get(), byName)) {
                holdings.readTable(kind.get(), file, remembered.getOrDefault(kind.get(), Map.of()), zone, today);
            }
        }
        byName.forEach(holdings::lookForWorkbook);
        byName.forEach(holdings::tellOfNames);
        if (holdings.kinds.isEmpty() && holdings.whole) {
            holdings.spoil(
                    drop.from(),
                    0,
                    "holds none of staff.csv, clients.csv, appointments.csv and attendance.csv. "
                            + "Name the folder that does.");
        }
        return holdings;
    }

    /** A file whose name only resembles a kind's stands back where one has that very name. */
    private boolean isMeant(SourceFile file, Kind kind, List<SourceFile> all) {
        var named = all.stream()
                .map(SourceFile::name)
                .filter(kind::isName)
                .filter(_ -> !kind.isName(file.name()))
                .findFirst();
        named.ifPresent(name -> notices.add(new Notice(
                file.name(), 0, "", file.name() + " is not read: " + name + " is, and it is of that kind.")));
        return named.isEmpty();
    }

    /** Whether a file of this name is looked at. */
    public static boolean reads(String fileName) {
        return fileName.equalsIgnoreCase("practice.json")
                || isTable(fileName)
                || Kind.ofWorkbook(fileName).isPresent();
    }

    private static boolean isTable(String fileName) {
        return fileName.matches("(?i)[^.~].*\\.(csv|tsv|txt)");
    }

    /** A workbook beside the text that was saved of it does no harm; one in its place is not read. */
    private void lookForWorkbook(SourceFile file) {
        Kind.ofWorkbook(file.name())
                .filter(kind -> !kinds.contains(kind))
                .ifPresent(kind -> spoil(
                        file.name(),
                        0,
                        "is a workbook, and " + kind.file() + " is not there. Open it, choose Save As, CSV UTF-8, and "
                                + "import that file."));
    }

    /** A table whose name says nothing is left aside, and that is said. */
    private void tellOfNames(SourceFile file) {
        if (isTable(file.name()) && Kind.of(file.name()).isEmpty()) {
            notices.add(new Notice(
                    file.name(),
                    0,
                    "",
                    file.name() + " is not read: its name holds none of the words staff, clients, appointments and "
                            + "attendance."));
        }
    }

    private void readPractice(SourceFile file) {
        switch (PracticeFile.read(file)) {
            case PracticeFile.Sound sound -> {
                practice = sound.file();
                sound.notRead()
                        .forEach(field -> notices.add(new Notice(
                                file.name(), 0, "", file.name() + " has \"" + field + "\", which is not read.")));
            }
            case PracticeFile.Flawed flawed ->
                flawed.sentences().forEach(flaw -> {
                    refused.add(new Refused(file.name(), 0, "", flaw));
                    whole = false;
                });
        }
    }

    private void readTable(Kind kind, SourceFile file, Map<Column, String> remembered, ZoneId zone, LocalDate today) {
        if (!kinds.add(kind)) {
            spoil(
                    file.name(),
                    0,
                    "is a second file of this kind. Leave one of them in the folder, or call the right one "
                            + kind.file() + ".");
            return;
        }
        try {
            var table = Columns.headed(Table.read(file), kind, remembered);
            notices.addAll(table.notices());
            var found = Columns.in(table, kind, remembered);
            headers.put(kind, found.headers());
            var said = Scrutiny.of(kind, table, found, remembered);
            said.flaws().forEach(flaw -> spoil(file.name(), flaw.row(), flaw.sentence()));
            missing.addAll(said.missing());
            notices.addAll(said.notices());
            if (said.flaws().isEmpty()) {
                readRows(kind, table, found.columns(), zone, today);
            }
        } catch (Table.Unusable unusable) {
            spoil(file.name(), unusable.row(), unusable.sentence());
        }
    }

    private void readRows(Kind kind, Table table, Columns columns, ZoneId zone, LocalDate today) {
        var bookings = new BookingReader(zone);
        Function<Cells, Optional<? extends Row>> reader = switch (kind) {
            case STAFF -> StaffReader::read;
            case CLIENTS -> new ClientReader(today)::read;
            case APPOINTMENTS -> bookings::appointment;
            case ATTENDANCE -> bookings::attendance;
        };
        var said = new Sayings();
        for (var line : table.lines()) {
            var cells = new Cells(new Row.Place(kind, table.file(), line.number()), columns, line, zone);
            var row = isTable(cells, table, line, columns) ? reader.apply(cells) : Optional.<Row>empty();
            row.ifPresent(this::keep);
            if (row.isPresent() || cells.isFine()) {
                cells.notices().forEach(said::add);
            } else {
                refused.add(cells.refused());
            }
            if (row.isEmpty() && cells.isFine()) {
                leftAside.add(cells.id());
            }
        }
        notices.addAll(said.each());
    }

    /** A row whose cells do not lie under their headers is not read at all. */
    private static boolean isTable(Cells cells, Table table, Table.Line line, Columns columns) {
        cells.called(cells.raw(Column.CLIENT_ID));
        if (Columns.overflow(table, line)) {
            cells.problem(
                    " has more cells than there are columns",
                    "Put a cell that holds a comma between quotation marks, and name every column.");
        } else if (columns.hasHugeCell(line)) {
            cells.problem(" has a cell of more than 1,000 letters", "Shorten it, or look for a missing line break.");
        }
        return cells.isFine();
    }

    private void keep(Row row) {
        switch (row) {
            case Row.Staff one -> staff.add(one);
            case Row.Client one -> clients.add(one);
            case Row.Appointment one -> appointments.add(one);
            case Row.Other one -> others.add(one);
            case Row.Attendance one -> attendance.add(one);
        }
    }

    private void spoil(String file, int row, String sentence) {
        refused.add(new Refused(file, row, "", file + (row > 1 ? ", row " + row + "," : "") + " " + sentence));
        whole = false;
    }

    /** Says that the files belong to another practice: then nothing is imported. */
    public void isNotFor(String sentence) {
        refused.add(new Refused("practice.json", 0, "", sentence));
        whole = false;
    }

    /** Something to know about practice.json. */
    public void tell(String sentence) {
        notices.add(new Notice("practice.json", 0, "", sentence));
    }

    public List<Row.Staff> staff() {
        return staff;
    }

    public List<Row.Client> clients() {
        return clients;
    }

    public List<Row.Appointment> appointments() {
        return appointments;
    }

    /** Bookings for services that are no group session. */
    public List<Row.Other> others() {
        return others;
    }

    public List<Row.Attendance> attendance() {
        return attendance;
    }

    /** People of staff.csv who have no NPI and so lead no group. */
    public List<String> leftAside() {
        return leftAside;
    }

    /** Rows refused for what they say by themselves, and files that cannot be used. */
    public List<Refused> refused() {
        return refused;
    }

    public List<Notice> notices() {
        return notices;
    }

    public List<MissingColumn> missing() {
        return missing;
    }

    /** The header under which each column was found, to be remembered. */
    public Map<Kind, Map<Column, String>> headers() {
        return headers;
    }

    public Set<Kind> kinds() {
        return kinds;
    }

    public Optional<PracticeFile> practice() {
        return Optional.ofNullable(practice);
    }

    /** False when a file as a whole is unusable: then nothing is imported. */
    public boolean isWhole() {
        return whole;
    }
}
