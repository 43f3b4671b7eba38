package org.circlekeeper.x12;

import com.imsweb.x12.Loop;
import com.imsweb.x12.Segment;
import com.imsweb.x12.mapping.CompositeDefinition;
import com.imsweb.x12.mapping.ElementDefinition;
import com.imsweb.x12.mapping.LoopDefinition;
import com.imsweb.x12.mapping.SegmentDefinition;
import com.imsweb.x12.mapping.TransactionDefinition.Usage;
import com.imsweb.x12.reader.X12Reader.FileType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * The map of 005010X222A1 that x12-parser carries, asked of every element: is it there when it must be, absent when it
 * is not used, of a length its data element has, and a code the guide lists. The parser itself looks at segments only.
 */
final class GuideMap {

    /** Shortest and longest. */
    private record Length(int least, int most) {}

    private static final Map<String, Length> LENGTHS = lengths();

    private final List<String> complaints = new ArrayList<>();

    private GuideMap() {}

    /** What is wrong with the elements of an interchange; empty when nothing is. */
    static List<String> complaints(Loop interchange) {
        var map = new GuideMap();
        map.check(interchange, FileType.ANSI837_5010_X222.getDefinition().getLoop());
        return map.complaints;
    }

    private void check(Loop loop, LoopDefinition definition) {
        loop.getSegments().forEach(segment -> check(segment, definition));
        for (var inner : loop.getLoops()) {
            check(inner, inner(definition, inner.getId()));
        }
    }

    private static LoopDefinition inner(LoopDefinition outer, String id) {
        return outer.getLoop().stream()
                .filter(candidate -> candidate.getXid().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The guide has no loop " + id + " in " + outer.getXid()));
    }

    /** A segment is right when one of the guide's of that name in the loop takes it as it is. */
    private void check(Segment segment, LoopDefinition loop) {
        List<String> fewest = List.of("no " + segment.getId() + " in loop " + loop.getXid());
        boolean first = true;
        for (var candidate : loop.getSegment()) {
            if (candidate.getXid().equals(segment.getId())) {
                var found = against(candidate, segment);
                fewest = first || found.size() < fewest.size() ? found : fewest;
                first = false;
            }
        }
        fewest.forEach(complaint -> complaints.add(loop.getXid() + ": " + complaint));
    }

    private static List<String> against(SegmentDefinition definition, Segment segment) {
        var found = new ArrayList<String>();
        var elements = Objects.requireNonNullElse(definition.getElements(), List.<ElementDefinition>of());
        for (var element : elements) {
            var number = element.getXid().substring(segment.getId().length());
            simple(element, value(segment, number), found);
        }
        var composites = Objects.requireNonNullElse(definition.getComposites(), List.<CompositeDefinition>of());
        for (var composite : composites) {
            composite(composite, segment, found);
        }
        return found;
    }

    private static void composite(CompositeDefinition composite, Segment segment, List<String> found) {
        var element = segment.getElement(segment.getId() + composite.getSeq());
        var parts = element == null || element.getValue().isEmpty() ? List.<String>of() : element.getSubValues();
        var name = segment.getId() + composite.getSeq();
        if (parts.isEmpty()
                ? composite.getUsage().equals("R")
                : composite.getUsage().equals("N")) {
            found.add(name + " is " + (parts.isEmpty() ? "missing" : "not used"));
        }
        if (!parts.isEmpty() && composite.getElements() != null) {
            for (int place = 0; place < composite.getElements().size(); place++) {
                simple(composite.getElements().get(place), place < parts.size() ? parts.get(place) : "", found);
            }
        }
    }

    private static void simple(ElementDefinition element, String value, List<String> found) {
        if (value.isEmpty()) {
            if (element.getUsage() == Usage.REQUIRED) {
                found.add(element.getXid() + " is missing");
            }
            return;
        }
        var length = LENGTHS.get(element.getDataEle());
        if (element.getUsage() == Usage.NOT_USED) {
            found.add(element.getXid() + " is not used, but is \"" + value + "\"");
        } else if (length != null && (value.length() < length.least() || value.length() > length.most())) {
            found.add(element.getXid() + " has not " + length + ": \"" + value + "\"");
        } else if (!isListed(element, value)) {
            found.add(element.getXid() + " is no code of the guide: \"" + value + "\"");
        }
    }

    private static boolean isListed(ElementDefinition element, String value) {
        var codes =
                element.getValidCodes() == null ? null : element.getValidCodes().getCodes();
        return codes == null || codes.isEmpty() || codes.contains(value);
    }

    private static String value(Segment segment, String number) {
        var element = segment.getElement(segment.getId() + number);
        return element == null || element.getValue() == null ? "" : element.getValue();
    }

    private static Map<String, Length> lengths() {
        var lengths = new HashMap<String, Length>();
        try (var file = FileType.class.getResourceAsStream("/mapping/dataele.xml")) {
            var rows = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Objects.requireNonNull(file))
                    .getElementsByTagName("data_ele");
            for (int place = 0; place < rows.getLength(); place++) {
                var row = (Element) rows.item(place);
                lengths.put(
                        row.getAttribute("ele_num"),
                        new Length(
                                Integer.parseInt(row.getAttribute("min_len")),
                                Integer.parseInt(row.getAttribute("max_len"))));
            }
            return lengths;
        } catch (IOException | ParserConfigurationException | SAXException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
