package org.circlekeeper.movein;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** How one system writes its exports: what columns are called and in which order, days, times, separators, letters. */
record Dialect(
        String name,
        Map<String, String> headers,
        String day,
        String time,
        boolean lengths,
        boolean wholeNames,
        char separator,
        String end,
        boolean quoted,
        boolean mark,
        Charset letters) {

    static final List<Dialect> ALL = List.of(
            new Dialect("plain", Map.of(), "MM/dd/yyyy", "HH:mm", false, false, ',', "\n", false, false, utf8()),
            new Dialect("one", oneSystem(), "M/d/yyyy", "h:mm a", true, false, ',', "\r\n", true, true, utf8()),
            new Dialect("two", anotherSystem(), "MMM d, yyyy", "hh:mm a", false, true, ';', "\r\n", true, true, utf8()),
            new Dialect(
                    "three",
                    aThirdSystem(),
                    "yyyy-MM-dd",
                    "HH:mm:ss",
                    true,
                    false,
                    '\t',
                    "\n",
                    false,
                    false,
                    StandardCharsets.UTF_16),
            new Dialect(
                    "four",
                    Map.of("Client ID", "Patient #", "Clinician", "Provider"),
                    "M-d-yyyy",
                    "h:mma",
                    false,
                    false,
                    '|',
                    "\r\n",
                    true,
                    false,
                    Charset.forName("windows-1252")));

    private static Charset utf8() {
        return StandardCharsets.UTF_8;
    }

    private static Map<String, String> oneSystem() {
        return Map.ofEntries(
                Map.entry("First Name", "Legal first name"),
                Map.entry("Last Name", "Legal last name"),
                Map.entry("Date of Birth", "Client date of birth"),
                Map.entry("Primary Insurance", "Primary insurance name"),
                Map.entry("Insurance ID", "Primary insurance member ID"),
                Map.entry("Date", "Date of Service"),
                Map.entry("CPT", "Billing Code"),
                Map.entry("Presence", "Attendance Status"),
                Map.entry("Recorded By", "Attendance recorded by"),
                Map.entry("Location", "Location"));
    }

    private static Map<String, String> anotherSystem() {
        return Map.ofEntries(
                Map.entry("Client ID", "Patient ID"),
                Map.entry("Client", "Patient Name"),
                Map.entry("Date of Birth", "Patient DOB"),
                Map.entry("Payer ID", "Electronic Payer ID"),
                Map.entry("Insurance ID", "Policy Number"),
                Map.entry("Date", "Service Date"),
                Map.entry("Start", "Start Time"),
                Map.entry("End", "End Time"),
                Map.entry("Clinician", "Clinician Name"),
                Map.entry("CPT", "Service Code"),
                Map.entry("Location", "Place of Service"),
                Map.entry("Diagnosis", "Dx Codes"));
    }

    private static Map<String, String> aThirdSystem() {
        return Map.ofEntries(
                Map.entry("Client ID", "Patient Guid"),
                Map.entry("First Name", "Given Name"),
                Map.entry("Last Name", "Surname"),
                Map.entry("Date of Birth", "Birth Date"),
                Map.entry("Date", "Appointment Date"),
                Map.entry("Start", "Start At"),
                Map.entry("Duration", "Length (min)"),
                Map.entry("Clinician", "Staff Member"),
                Map.entry("CPT", "Treatment"),
                Map.entry("Presence", "Status"));
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(day(), Locale.US).format(day);
    }

    String time(LocalTime time) {
        return DateTimeFormatter.ofPattern(time(), Locale.US).format(time);
    }

    /** A table with its columns in another order, and one that nobody asked for. */
    byte[] table(List<String> columns, List<List<String>> rows, Random random) {
        var order = new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
        if (!name.equals("plain")) {
            Collections.shuffle(order, random);
        }
        var text = new StringBuilder(mark ? "\uFEFF" : "");
        line(
                text,
                order.stream()
                        .map(i -> headers.getOrDefault(columns.get(i), columns.get(i)))
                        .toList(),
                "Remarks");
        rows.forEach(row -> line(text, order.stream().map(row::get).toList(), "came by bus,\nor not; \"who\" knows"));
        return text.toString().getBytes(letters);
    }

    private void line(StringBuilder text, List<String> cells, String remark) {
        var all = new ArrayList<>(cells);
        if (quoted) {
            all.add(remark);
        }
        for (int i = 0; i < all.size(); i++) {
            text.append(i == 0 ? "" : String.valueOf(separator)).append(cell(all.get(i)));
        }
        text.append(end);
    }

    private String cell(String text) {
        boolean needs = quoted || text.indexOf(separator) >= 0 || text.contains("\"") || text.contains("\n");
        return needs ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    @Override
    public String toString() {
        return name;
    }
}
