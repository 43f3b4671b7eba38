package org.circlekeeper.x12.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.circlekeeper.x12.Few;
import org.circlekeeper.x12.NamedParty;
import org.circlekeeper.x12.QualifiedDate;
import org.circlekeeper.x12.ReadValues;
import org.circlekeeper.x12.Segment;
import org.jspecify.annotations.Nullable;

/** What a subscriber's or a dependent's level has told so far. */
final class PersonUnderReading {

    private final char loop;
    private final List<String> traces = new ArrayList<>();
    private final List<QualifiedDate> dates = new ArrayList<>();
    private final List<Benefit> benefits = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private NamedParty name = NamedParty.NOBODY;
    private @Nullable LocalDate birthDate;
    private String sex = "";
    private String relationship = "";
    private String group = "";
    private int ownTraces;
    private @Nullable Segment row;
    private List<Segment> details = new ArrayList<>();

    /** The letter of its loops: C for a subscriber, D for a dependent. */
    PersonUnderReading(char loop) {
        this.loop = loop;
    }

    void see(Segment segment) {
        if (segment.is("EB")) {
            closeRow();
            row = segment;
        } else if (row != null) {
            detail(segment);
        } else {
            person(segment);
        }
    }

    private void detail(Segment segment) {
        if (segment.is("AAA")) {
            Few.add(rejections, Rejection.of("2110" + loop, segment));
        }
        details.add(segment);
    }

    private void person(Segment segment) {
        switch (segment.id()) {
            case "TRN" -> trace(segment);
            case "NM1" -> name = name.equals(NamedParty.NOBODY) ? NamedParty.of(segment) : name;
            case "AAA" -> Few.add(rejections, Rejection.of("2100" + loop, segment));
            case "DTP" -> Few.add(dates, QualifiedDate.of(segment));
            case "DMG" -> {
                birthDate = ReadValues.day(segment.element(2));
                sex = segment.element(3);
            }
            case "INS" -> relationship = segment.element(2);
            case "REF" -> reference(segment);
            default -> {}
        }
    }

    /** TRN01 2 repeats the number of our question; 1 is one of the payer's or the clearinghouse's own. */
    private void trace(Segment trn) {
        if (trn.element(1).equals("2")) {
            ownTraces += Few.add(traces, ownTraces, trn.element(2)) ? 1 : 0;
        } else {
            Few.add(traces, trn.element(2));
        }
    }

    private void reference(Segment ref) {
        boolean isGroup = ref.element(1).equals("6P");
        if (isGroup || (group.isEmpty() && ref.element(1).equals("1L"))) {
            group = ref.element(2);
        }
    }

    private void closeRow() {
        if (row != null) {
            benefits.add(new Benefit(row, details));
            details = new ArrayList<>();
            row = null;
        }
    }

    /** True when the level itself is answered about, and not only named because somebody depends on it. */
    boolean isAnswered() {
        return row != null || !benefits.isEmpty();
    }

    CoveredPerson person() {
        return new CoveredPerson(name, birthDate, sex, relationship, group);
    }

    List<String> traces() {
        return traces;
    }

    List<QualifiedDate> dates() {
        return dates;
    }

    List<Benefit> benefits() {
        closeRow();
        return benefits;
    }

    List<Rejection> rejections() {
        return rejections;
    }
}
