package org.circlekeeper.x12.claimstatus;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.circlekeeper.Golden;
import org.circlekeeper.terms.DateRange;
import org.circlekeeper.terms.Money;
import org.circlekeeper.terms.Npi;
import org.circlekeeper.terms.PersonName;
import org.circlekeeper.x12.AskedPerson;
import org.circlekeeper.x12.Asker;
import org.circlekeeper.x12.Delimiters;
import org.circlekeeper.x12.Envelope;
import org.circlekeeper.x12.PayerParty;
import org.circlekeeper.x12.Receiver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusInquiriesTest {

    private static StatusInquiry about(String trace, @Nullable AskedPerson dependent, int lastDay, String payerNumber) {
        return new StatusInquiry(
                "R" + trace,
                trace,
                new PayerParty("Evergreen Health Plan", "EVGRN"),
                new Receiver("Cedar Group Therapy PLLC", "CGT0001"),
                Asker.practice("Cedar Group Therapy PLLC", new Npi("1093817462")),
                "EHP400005",
                new AskedPerson(new PersonName("Kim", "Fox"), LocalDate.of(1984, 5, 17), "F"),
                dependent,
                "CGT000205",
                payerNumber,
                new Money(6_550),
                new DateRange(LocalDate.of(2026, 1, 7), LocalDate.of(2026, 1, lastDay)));
    }

    @Test
    void each_claim_has_a_set() throws IOException {
        var child = new AskedPerson(new PersonName("Joey", "Fox"), LocalDate.of(2012, 2, 1), null);
        var at = LocalDateTime.of(2026, 3, 1, 9, 15);
        var envelope = new Envelope("ZZ", "CGT0001", "ZZ", "EVGRN", 8001, 8001, at, true, Delimiters.USUAL);
        var file = StatusInquiries.write(envelope, List.of(about("S1", null, 7, ""), about("S2", child, 14, "EVG1")));

        Golden.assertMatches("276/claims.276", new String(file, US_ASCII));
        var read = StatusInquiryReader.all(file);
        assertThat(read).extracting(ReadStatusInquiry::trace).containsExactly("S1", "S2");
        assertThat(read).extracting(ReadStatusInquiry::claimNumber).containsOnly("CGT000205");
        assertThat(read).extracting(ReadStatusInquiry::payerClaimNumber).containsExactly("", "EVG1");
        assertThat(read).extracting(ReadStatusInquiry::charge).containsOnly(new Money(6_550));
        assertThat(read.getLast().patient().name().first()).isEqualTo("JOEY");
    }
}
