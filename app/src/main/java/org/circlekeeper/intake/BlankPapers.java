package org.circlekeeper.intake;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.circlekeeper.documents.Print;
import org.circlekeeper.documents.Printed;
import org.circlekeeper.documents.Printer;
import org.circlekeeper.forms.Days;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormRenderer;
import org.circlekeeper.forms.FormVersion;
import org.circlekeeper.forms.Rendition;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.practice.Practices;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Papers printed before anything is filled in, for whoever would rather sign with ink. */
@Component
public class BlankPapers {

    private final FormLibrary forms;
    private final Printer printer;
    private final ObjectProvider<MemberWords> memberWords;
    private final Practices practices;
    private final Clock clock;

    BlankPapers(
            FormLibrary forms,
            Printer printer,
            ObjectProvider<MemberWords> memberWords,
            Practices practices,
            Clock clock) {
        this.forms = forms;
        this.printer = printer;
        this.memberWords = memberWords;
        this.practices = practices;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Sheets {

        /** One file, each paper on sheets of its own. */
        record Ready(Printed file) implements Sheets {}

        /** Everything that stands in the way, in sentences: nothing is signed with a gap in it. */
        record Refused(List<String> sentences) implements Sheets {
            public Refused {
                sentences = List.copyOf(sentences);
            }
        }
    }

    /** Prints these papers of a member in their order, with room to write; at least one. */
    public Sheets print(Patient member, List<Paper> papers) {
        var pages = new ArrayList<String>();
        var refused = new ArrayList<String>();
        for (var paper : papers) {
            switch (forms.open(paper.form(), paper.version(), paper.language())) {
                case Rendition.Missing missing -> refused.add(missing.sentence());
                case Rendition.Text text -> {
                    switch (blank(text.version(), paper, member)) {
                        case FormRenderer.Paper.Whole whole -> pages.add(whole.xhtml());
                        case FormRenderer.Paper.Refused gaps ->
                            refused.add("\"" + paper.title() + "\": " + gaps.sentence());
                    }
                }
            }
        }
        if (!refused.isEmpty()) {
            return new Sheets.Refused(refused);
        }
        var first = papers.getFirst();
        var title = papers.size() == 1 ? first.title() : practices.current().name();
        return new Sheets.Ready(printer.print(new Print(title, first.language().tag(), clock.instant(), pages)));
    }

    private FormRenderer.Paper blank(FormVersion version, Paper paper, Patient member) {
        Map<String, String> words = new HashMap<>(forms.placeholders());
        words.put("member_born", Days.say(member.birthDate(), paper.language()));
        memberWords.orderedStream().forEach(one -> words.putAll(one.of(paper, member)));
        var facts =
                new FormRenderer.Facts(practices.current().name(), member.name().toString(), practices.today());
        return FormRenderer.sheet(version, words, facts);
    }
}
