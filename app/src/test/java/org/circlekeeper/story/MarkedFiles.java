package org.circlekeeper.story;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.circlekeeper.movein.Drop;
import org.circlekeeper.movein.SourceFile;
import org.circlekeeper.terms.Npi;

/** The files with which a practice moves in whose members nothing confuses. */
final class MarkedFiles {

    private static final String CAME = ",present,09:00,10:15,Dana Whitfield,2026-10-28T10:15";
    private static final Map<String, String> FILES = Map.of(
            "staff.csv", """
                    First Name,Last Name,Credential,NPI,Taxonomy,License
                    Dana,Whitfield,LCSW,1101408916,1041C0700X,LIC74606
                    """, "clients.csv", """
                    Client ID,First Name,Last Name,Date of Birth,Sex,Email,Phone,Address,City,State,Zip,Payer ID,\
                    Insurance ID,Diagnosis
                    EXT-A71,Anouk,Quillfeather,03/17/1961,F,anouk71@example.org,2175550161,71 Sparrow Lane,\
                    Springfield,IL,62704,BRHP1,QF7100161,F33.1
                    EXT-B82,Boris,Zanzibarian,11/29/1972,M,boris82@example.org,2175550172,82 Heron Court,Springfield,\
                    IL,62704,BRHP1,ZB8200172,F33.1
                    EXT-C93,Clio,Wexelblatt,06/05/1983,F,clio93@example.org,2175550183,93 Plover Way,Springfield,IL,\
                    62704,BRHP1,WX9300183,F33.1
                    """, "appointments.csv", """
                    Date,Start,End,Client ID,Clinician,CPT
                    10/19/2026,09:00,10:15,EXT-A71,Dana Whitfield,90853
                    10/19/2026,09:00,10:15,EXT-B82,Dana Whitfield,90853
                    10/20/2026,09:00,10:15,EXT-B82,Dana Whitfield,90853
                    10/20/2026,09:00,10:15,EXT-C93,Dana Whitfield,90853
                    10/26/2026,09:00,10:15,EXT-A71,Dana Whitfield,90853
                    10/26/2026,09:00,10:15,EXT-B82,Dana Whitfield,90853
                    """, "attendance.csv", """
                    Date,Start,Clinician,Client ID,Presence,Arrived,Left,Recorded By,Recorded At,Signed By,Signed At
                    2026-10-19,09:00,Dana Whitfield,EXT-A71CAME,Dana Whitfield,2026-10-28
                    2026-10-19,09:00,Dana Whitfield,EXT-B82CAME,Dana Whitfield,2026-10-28
                    2026-10-20,09:00,Dana Whitfield,EXT-B82CAME,Dana Whitfield,2026-10-28
                    2026-10-20,09:00,Dana Whitfield,EXT-C93CAME,Dana Whitfield,2026-10-28
                    2026-10-26,09:00,Dana Whitfield,EXT-A71CAME,,
                    2026-10-26,09:00,Dana Whitfield,EXT-B82CAME,Dana Whitfield,2026-10-28
                    """.replace("CAME", CAME));
    private static final String PRACTICE = """
            {"name": "Marked House", "npi": "%s", "taxId": "987650001", "taxonomy": "261QM0850X", "phone": "2175550142",
             "address": {"line": "1 Main St", "city": "Springfield", "state": "IL", "zip": "627011234"},
             "timeZone": "America/Chicago", "groupFeeCents": 6500,
             "formerRecords": {"attestedBy": "Dana Whitfield", "on": "2026-11-20", "covers": ["treatment plans"]},
             "payers": [{"name": "Blue Ridge Health Plan", "payerId": "BRHP1", "filingCode": "CI"}]}
            """;

    private MarkedFiles() {}

    /** A practice of its own each time. */
    static SourceFile practice() {
        return file("practice.json", PRACTICE.formatted(npi()));
    }

    static Drop drop() {
        return new Drop(
                "marked",
                FILES.entrySet().stream()
                        .map(one -> file(one.getKey(), one.getValue()))
                        .toList());
    }

    static SourceFile file(String name, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SourceFile(name, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static String npi() {
        var nine = "1%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
        return Stream.iterate(0, digit -> digit + 1)
                .map(digit -> nine + digit)
                .filter(Npi::isValid)
                .findFirst()
                .orElseThrow();
    }
}
