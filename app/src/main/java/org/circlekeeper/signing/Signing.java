package org.circlekeeper.signing;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.circlekeeper.patients.PatientId;

/**
 * All that belongs to one press of the button under a paper.
 *
 * @param shown the paper to the byte, as XHTML in UTF-8: what is signed, printed and kept
 * @param shownSha256 the hash of what was on the screen, which the page sends back with the button
 * @param fields what was filled in: the name of each field, and what stands in it
 * @param screens the pages seen on the way, the first one first
 */
public record Signing(
        PatientId patient,
        Template template,
        What what,
        byte[] shown,
        String shownSha256,
        Map<String, String> fields,
        Signer signer,
        Capacity capacity,
        Authentication authentication,
        Intent intent,
        Attribution attribution,
        List<Screen> screens) {

    public Signing {
        shown = shown.clone();
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        screens = List.copyOf(screens);
    }

    boolean isForTwo() {
        return capacity instanceof Capacity.TwoGuardians;
    }
}
