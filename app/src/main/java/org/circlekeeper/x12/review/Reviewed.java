package org.circlekeeper.x12.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.circlekeeper.x12.QualifiedDate;
import org.circlekeeper.x12.ReadValues;
import org.circlekeeper.x12.Segment;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for or decided on one level, a patient's event (2000E) or a service beneath it (2000F): its segments,
 * all of them.
 */
public record Reviewed(List<Segment> segments) {

    private static final Set<String> SERVICES = Set.of("SV1", "SV2", "SV3");

    public Reviewed {
        segments = List.copyOf(segments);
    }

    /** HCR; null when the payer decides nothing here, or in a request. */
    public @Nullable Segment review() {
        return first("HCR");
    }

    /** HCR01; null when there is none, or one that the guide does not have. */
    public @Nullable Decision decision() {
        var hcr = review();
        return hcr == null ? null : Decision.of(hcr.element(1));
    }

    /** HCR02; empty when not told. */
    public String number() {
        var hcr = review();
        return hcr == null ? "" : hcr.element(2);
    }

    /** HCR03 with each of its repetitions. */
    public List<String> reasons() {
        var hcr = review();
        return hcr == null || hcr.element(3).isEmpty()
                ? List.of()
                : hcr.repetitions(3).stream().map(String::strip).toList();
    }

    /** UM01 to UM04; null on a level without. */
    public @Nullable Segment certification() {
        return first("UM");
    }

    /** REF BB: the number of an earlier authorization; empty when not told. */
    public String earlierNumber() {
        return segments.stream()
                .filter(segment -> segment.is("REF", "BB"))
                .map(ref -> ref.element(2))
                .findFirst()
                .orElse("");
    }

    public @Nullable VisitPattern visits() {
        var hsd = first("HSD");
        return hsd == null ? null : VisitPattern.of(hsd);
    }

    /** SV101-2 or its like; empty on a level without. */
    public String procedure() {
        return segments.stream()
                .filter(segment -> SERVICES.contains(segment.id()))
                .map(service -> service.component(service.is("SV2") ? 2 : 1, 2))
                .findFirst()
                .orElse("");
    }

    /** HSD of this level, or SV104. */
    public @Nullable BigDecimal units() {
        var pattern = visits();
        if (pattern != null && pattern.quantity() != null) {
            return pattern.total();
        }
        var sv1 = first("SV1");
        return sv1 == null ? null : ReadValues.decimal(sv1.element(4));
    }

    /** The first day: DTP AAH of the event, 472 of the service, 435 of an admission or 007; null when not told. */
    public @Nullable LocalDate from() {
        var dates = date("AAH", "472", "435", "007");
        return dates == null ? null : dates.first();
    }

    /** The last day: of the same dates, or 036; null when not told. */
    public @Nullable LocalDate to() {
        var dates = date("AAH", "472", "435");
        var expires = date("036");
        if (expires != null && (dates == null || !dates.isRange())) {
            return expires.last();
        }
        return dates == null ? null : dates.last();
    }

    public List<String> messages() {
        List<String> texts = new ArrayList<>();
        for (var segment : segments) {
            if (segment.is("MSG") && !segment.element(1).isEmpty()) {
                texts.add(segment.element(1));
            }
        }
        return texts;
    }

    private @Nullable QualifiedDate date(String... qualifiers) {
        for (var qualifier : qualifiers) {
            for (var segment : segments) {
                if (segment.is("DTP", qualifier)) {
                    return QualifiedDate.of(segment);
                }
            }
        }
        return null;
    }

    private @Nullable Segment first(String id) {
        return segments.stream().filter(segment -> segment.is(id)).findFirst().orElse(null);
    }
}
