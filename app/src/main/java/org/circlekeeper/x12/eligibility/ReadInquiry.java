package org.circlekeeper.x12.eligibility;

import java.time.LocalDate;
import java.util.List;
import org.circlekeeper.x12.NamedParty;
import org.circlekeeper.x12.NamedPerson;
import org.circlekeeper.x12.Segment;
import org.jspecify.annotations.Nullable;

/**
 * A question about one person's benefits, as it stands in a 270 of whichever sender.
 *
 * @param reference BHT03
 * @param trace the first TRN, with the owner of the number; null when there is none
 * @param dependent null when the subscriber is who is asked about
 * @param serviceDate DTP 291, the first day; null when not told
 * @param serviceTypes EQ01 with each of its repetitions, of every EQ
 * @param procedures EQ02-2
 */
public record ReadInquiry(
        String reference,
        @Nullable Segment trace,
        NamedParty payer,
        NamedParty provider,
        NamedPerson subscriber,
        @Nullable NamedPerson dependent,
        @Nullable LocalDate serviceDate,
        List<String> serviceTypes,
        List<String> procedures) {

    public ReadInquiry {
        serviceTypes = List.copyOf(serviceTypes);
        procedures = List.copyOf(procedures);
    }

    public NamedPerson person() {
        return dependent == null ? subscriber : dependent;
    }

    public String memberId() {
        return subscriber.name().id();
    }

    public String traceNumber() {
        return trace == null ? "" : trace.element(2);
    }
}
