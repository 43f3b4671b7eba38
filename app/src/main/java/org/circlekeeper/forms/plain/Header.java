package org.circlekeeper.forms.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.circlekeeper.forms.Fault;
import org.circlekeeper.forms.Questionnaire.Band;

/** The first lines of a form: what it is called, what it is for, whose it is, how its sums are called. Pure. */
record Header(String title, String about, String copyright, List<Band> bands) {

    private static final Pattern LINE = Pattern.compile("(title|about|copyright|sum (-?\\d{1,6})-(\\d{1,6})):\\s*(.*)");

    static Header read(List<String> lines, List<Fault> faults) {
        var title = "";
        var about = "";
        var copyright = "";
        var bands = new ArrayList<Band>();
        int number = 0;
        for (var line : lines) {
            number++;
            var found = LINE.matcher(line);
            if (!found.matches()) {
                faults.add(new Fault(
                        "line " + number,
                        "Begin with title: and the name of the form, then an empty line, then the text."));
                continue;
            }
            switch (found.group(1)) {
                case "title" -> title = found.group(4);
                case "about" -> about = found.group(4);
                case "copyright" -> copyright = found.group(4);
                default ->
                    bands.add(new Band(
                            Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)), found.group(4)));
            }
        }
        return new Header(title, about, copyright, bands);
    }
}
