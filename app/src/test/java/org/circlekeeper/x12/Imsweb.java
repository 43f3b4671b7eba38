package org.circlekeeper.x12;

import static org.assertj.core.api.Assertions.assertThat;

import com.imsweb.x12.Loop;
import com.imsweb.x12.reader.X12Reader;
import com.imsweb.x12.reader.X12Reader.FileType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads an 837P with com.imsweb:x12-parser, which knows the loops of 005010X222A1; fails when it reports an error. */
final class Imsweb {

    private Imsweb() {}

    static List<ReadFacts> read(byte[] file) throws IOException {
        var reader =
                new X12Reader(FileType.ANSI837_5010_X222, new ByteArrayInputStream(file), StandardCharsets.US_ASCII);
        assertThat(reader.getFatalErrors()).isEmpty();
        assertThat(reader.getErrors()).isEmpty();
        reader.getLoops()
                .forEach(interchange ->
                        assertThat(GuideMap.complaints(interchange)).isEmpty());
        List<ReadFacts> claims = new ArrayList<>();
        for (var interchange : reader.getLoops()) {
            for (var subscriber : interchange.findAllLoops("2000B")) {
                claimsOf(subscriber, claims);
            }
        }
        return claims;
    }

    private static void claimsOf(Loop subscriber, List<ReadFacts> claims) {
        var payerId = subscriber.findAllLoops("2010BB").getFirst().getElement("NM1", "NM109");
        for (var claim : subscriber.findAllLoops("2300")) {
            claims.add(new ReadFacts(
                    claim.getElement("CLM", "CLM01"),
                    ReadFacts.amount(claim.getElement("CLM", "CLM02")),
                    payerId,
                    claim.findAllLoops("2400").stream().map(Imsweb::code).toList(),
                    claim.findAllLoops("2400").stream()
                            .map(line -> line.getElement("DTP", "DTP03"))
                            .toList()));
        }
    }

    private static String code(Loop line) {
        return line.getSegment("SV1").getElement("SV101").getSubValues().get(1);
    }
}
