package org.circlekeeper.x12.eligibility;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.circlekeeper.x12.Segment;
import org.circlekeeper.x12.SetExplained;
import org.jspecify.annotations.Nullable;

/** Tells a 270: about whom and about which services a practice asks. */
public final class EligibilityInquiryExplained implements SetExplained {

    private final InquiriesOfSet inquiries = new InquiriesOfSet();
    private final List<SequencedMap<String, @Nullable Object>> persons = new ArrayList<>();
    private final List<String> sentences = new ArrayList<>();

    @Override
    public void see(Segment segment) {
        tell(inquiries.see(segment));
    }

    @Override
    public SequencedMap<String, @Nullable Object> facts() {
        tell(inquiries.finish());
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("persons", List.copyOf(persons));
        return facts;
    }

    @Override
    public List<String> sentences() {
        tell(inquiries.finish());
        return List.copyOf(sentences);
    }

    private void tell(@Nullable ReadInquiry inquiry) {
        if (inquiry != null) {
            persons.add(facts(inquiry));
            sentences.add(sentence(inquiry));
        }
    }

    private static SequencedMap<String, @Nullable Object> facts(ReadInquiry inquiry) {
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("trace", inquiry.traceNumber().isEmpty() ? null : inquiry.traceNumber());
        facts.put("role", inquiry.dependent() == null ? "subscriber" : "dependent");
        facts.put("memberId", inquiry.memberId().isEmpty() ? null : inquiry.memberId());
        facts.putAll(inquiry.person().facts());
        facts.put("payer", inquiry.payer().name());
        facts.put("payerId", inquiry.payer().id());
        facts.put(
                "serviceDate",
                inquiry.serviceDate() == null ? null : inquiry.serviceDate().toString());
        facts.put("serviceTypes", inquiry.serviceTypes());
        facts.put("procedures", inquiry.procedures());
        return facts;
    }

    private static String sentence(ReadInquiry inquiry) {
        var who = inquiry.person().name().name().isEmpty()
                ? "somebody without a name"
                : inquiry.person().name().name();
        var services = new ArrayList<String>();
        inquiry.serviceTypes().forEach(type -> services.add("service type " + type));
        inquiry.procedures().forEach(code -> services.add("service " + code));
        return inquiry.provider().nameOrId() + " asks " + inquiry.payer().nameOrId() + " about the benefits of " + who
                + ", member id " + inquiry.memberId()
                + (inquiry.serviceDate() == null ? "" : ", on " + EligibilityWords.day(inquiry.serviceDate()))
                + (services.isEmpty() ? "" : ": " + String.join(", ", services)) + ".";
    }
}
