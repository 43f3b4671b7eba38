package org.circlekeeper.intake;

import org.circlekeeper.audit.Actor;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.Rendition;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.patients.Reaches;
import org.circlekeeper.patients.Recipient;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The paper by which members say how we may contact them: as soon as it is signed, e-mail goes by it, and where they
 * name another way or place that goes before all else (45 CFR 164.522(b)).
 */
@Component
public class ContactPapers {

    /** What the paper is called for ever. */
    public static final FormId FORM = new FormId("contact-consent");

    private final MemberPapers papers;
    private final Sheets sheets;
    private final FormLibrary forms;
    private final Reaches reaches;

    ContactPapers(MemberPapers papers, Sheets sheets, FormLibrary forms, Reaches reaches) {
        this.papers = papers;
        this.sheets = sheets;
        this.forms = forms;
        this.reaches = reaches;
    }

    /** What stands on a sheet that was signed with ink is said by whoever keeps it. */
    @EventListener
    void moved(PaperSettled event) {
        if (!event.form().equals(FORM)) {
            return;
        }
        switch (event.status()) {
            case SIGNED -> papers.find(event.paper()).ifPresent(paper -> answered(paper, event.by()));
            case WITHDRAWN, RAN_OUT -> reaches.sayInPaper(event.patient(), false, "", event.by());
            case TO_DO, STARTED, WAITING_FOR_SECOND, DONE, ON_PAPER, DECLINED, WAIVED, REFUSED, REPLACED -> {}
        }
    }

    private void answered(Paper paper, Actor by) {
        if (forms.open(paper.form(), paper.version(), paper.language()) instanceof Rendition.Text text) {
            sheets.of(paper.id())
                    .flatMap(sheet -> ContactWishes.in(text.version().questionnaire(), sheet.answers()))
                    .ifPresent(wishes -> hear(paper.patient(), wishes, by));
        }
    }

    /** What a paper says, whether it was signed here or with ink. */
    public void hear(PatientId member, ContactWishes wishes, Actor by) {
        if (wishes.place().isEmpty()) {
            reaches.askNothingMore(member, by);
        } else {
            reaches.askInPaper(member, wishes.place(), wishes.email(), by);
        }
        reaches.sayInPaper(
                member, wishes.email(), Recipient.isPlain(wishes.place()) ? wishes.place() : wishes.address(), by);
    }
}
