package org.circlekeeper.intake;

import java.util.List;
import org.circlekeeper.access.Permission;
import org.circlekeeper.assistant.Duty;
import org.circlekeeper.assistant.Manner;
import org.circlekeeper.assistant.Step;
import org.circlekeeper.assistant.Work;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.frame.Words;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Evidence;
import org.springframework.stereotype.Component;

/** Asks whether members who have an older version of a paper are to be asked for the one in use. */
@Component
class RenewVersions implements Duty<FormId> {

    static final String ID = "renew-versions";

    private final Campaign campaign;

    RenewVersions(Campaign campaign) {
        this.campaign = campaign;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String promise() {
        return "When a newer version of a paper is in use, whoever has an older one is asked for it, or a person says"
                + " that they need not be.";
    }

    @Override
    public int place() {
        return 13;
    }

    @Override
    public Manner manner() {
        return Manner.asking(Permission.KEEP_PAPERS)
                .saying("Open the papers", "asking them on that page, or saying there that the older one will do");
    }

    @Override
    public List<Step<FormId>> plan(Work work) {
        return campaign.behind().stream()
                .filter(behind -> !behind.left())
                .map(behind -> ask(behind, work))
                .toList();
    }

    private static Step<FormId> ask(Campaign.Behind behind, Work work) {
        var who = Words.count(behind.members(), "member has", "members have");
        return new Step.Ask<>(
                "newer:" + behind.form() + ":" + behind.newest(),
                who + " an older version of \"" + behind.title() + "\". Ask them for version " + behind.newest()
                        + ", or will the older one do?",
                "/papers",
                Because.of(
                        "Version " + behind.newest() + " is in use, and nobody asked them for it.",
                        new Evidence("The versions of the paper.", "/forms/" + behind.form(), work.now())));
    }

    @Override
    public void perform(Work work, FormId form) {
        throw new IllegalStateException("A person of the practice says whom to ask");
    }
}
