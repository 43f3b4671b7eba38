package org.circlekeeper.x12.claimstatus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.circlekeeper.x12.Segment;
import org.circlekeeper.x12.SetExplained;
import org.circlekeeper.x12.Warning;
import org.jspecify.annotations.Nullable;

/** Tells a 276: where which claims stand is asked. */
public final class StatusInquiryExplained implements SetExplained {

    private final StatusInquiriesOfSet inquiries = new StatusInquiriesOfSet();
    private final List<SequencedMap<String, @Nullable Object>> claims = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();

    @Override
    public void see(Segment segment) {
        tell(inquiries.see(segment));
    }

    @Override
    public SequencedMap<String, @Nullable Object> facts() {
        tell(inquiries.finish());
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("claims", List.copyOf(claims));
        return facts;
    }

    @Override
    public List<String> sentences() {
        tell(inquiries.finish());
        return List.copyOf(sentences);
    }

    @Override
    public List<Warning> warnings() {
        return inquiries.unreadable() == 0
                ? List.of()
                : List.of(new Warning("amount-unreadable", "The charge of a claim is not an amount."));
    }

    private void tell(@Nullable ReadStatusInquiry inquiry) {
        if (inquiry != null) {
            claims.add(facts(inquiry));
            sentences.add(sentence(inquiry));
        }
    }

    private static SequencedMap<String, @Nullable Object> facts(ReadStatusInquiry inquiry) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        var dates = inquiry.serviceDates();
        facts.put("trace", told(inquiry.trace()));
        facts.put("claimNumber", told(inquiry.claimNumber()));
        facts.put("payerClaimNumber", told(inquiry.payerClaimNumber()));
        facts.put("memberId", told(inquiry.subscriber().name().id()));
        facts.putAll(inquiry.patient().facts());
        facts.put("payer", told(inquiry.payer().name()));
        facts.put("payerId", told(inquiry.payer().id()));
        facts.put(
                "chargeCents",
                inquiry.charge() == null ? null : inquiry.charge().cents());
        facts.put("serviceFrom", dates == null ? null : text(dates.first()));
        facts.put("serviceTo", dates == null ? null : text(dates.last()));
        facts.put("procedures", inquiry.procedures());
        return facts;
    }

    private static String sentence(ReadStatusInquiry inquiry) {
        var number = inquiry.claimNumber().isEmpty() ? inquiry.payerClaimNumber() : inquiry.claimNumber();
        var patient = inquiry.patient().name().nameOrId();
        return inquiry.provider().nameOrId() + " asks " + inquiry.payer().nameOrId() + " where claim "
                + (number.isEmpty() ? "without a number" : number) + " stands"
                + (patient.isEmpty() ? "" : ", for " + patient)
                + (inquiry.charge() == null ? "" : ", of " + inquiry.charge()) + ".";
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable String told(String text) {
        return text.isEmpty() ? null : text;
    }
}
