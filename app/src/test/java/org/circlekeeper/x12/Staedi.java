package org.circlekeeper.x12;

import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads an 837P with io.xlate:staedi, which checks envelopes and elements; fails at the first error it reports. */
final class Staedi {

    private final List<ReadFacts> claims = new ArrayList<>();
    private String payerId = "";
    private String number = "";
    private String charge = "";
    private List<String> codes = new ArrayList<>();
    private List<String> days = new ArrayList<>();

    static List<ReadFacts> read(byte[] file) throws EDIStreamException {
        var staedi = new Staedi();
        var reader = EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(file));
        staedi.read(reader);
        return staedi.claims;
    }

    private void read(EDIStreamReader reader) throws EDIStreamException {
        List<List<String>> segment = new ArrayList<>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case START_SEGMENT -> segment = new ArrayList<>(List.of(List.of(reader.getText())));
                case START_COMPOSITE -> segment.add(new ArrayList<>());
                case ELEMENT_DATA -> {
                    boolean component = reader.getLocation().getComponentPosition() > 0;
                    if (component) {
                        segment.getLast().add(reader.getText());
                    } else {
                        segment.add(List.of(reader.getText()));
                    }
                }
                case END_SEGMENT -> see(segment);
                case SEGMENT_ERROR, ELEMENT_DATA_ERROR, ELEMENT_OCCURRENCE_ERROR ->
                    throw new AssertionError("staedi: " + reader.getErrorType() + " at " + reader.getLocation());
                default -> {}
            }
        }
    }

    private void see(List<List<String>> segment) {
        var id = segment.getFirst().getFirst();
        if (List.of("CLM", "HL", "SE").contains(id)) {
            finish();
        }
        switch (id) {
            case "NM1" ->
                payerId = segment.get(1).contains("PR") ? segment.get(9).getFirst() : payerId;
            case "CLM" -> {
                number = segment.get(1).getFirst();
                charge = segment.get(2).getFirst();
            }
            case "SV1" -> codes.add(segment.get(1).get(1));
            case "DTP" -> days.add(segment.get(3).getFirst());
            default -> {}
        }
    }

    private void finish() {
        if (!number.isEmpty()) {
            claims.add(new ReadFacts(number, ReadFacts.amount(charge), payerId, codes, days));
        }
        number = "";
        codes = new ArrayList<>();
        days = new ArrayList<>();
    }
}
