package org.circlekeeper.portal.papers;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.forms.Answers;
import org.circlekeeper.forms.Crisis;
import org.circlekeeper.forms.Days;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.FormRenderer;
import org.circlekeeper.forms.FormVersion;
import org.circlekeeper.forms.Kind;
import org.circlekeeper.forms.Language;
import org.circlekeeper.forms.Placeholders;
import org.circlekeeper.forms.Rendition;
import org.circlekeeper.forms.Scores;
import org.circlekeeper.intake.MemberPapers;
import org.circlekeeper.intake.Paper;
import org.circlekeeper.intake.PaperId;
import org.circlekeeper.intake.Sheet;
import org.circlekeeper.intake.Sheets;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.portal.SignedInMember;
import org.circlekeeper.practice.Practices;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The papers of whoever the pages are about, each with its text and what was answered so far. */
@Component
class OwnPapers {

    /** The paper by which somebody agrees to electronic papers (15 USC 7001(c)). */
    static final FormId ELECTRONIC = new FormId("electronic-business");

    /** What somebody who pays themselves is likely to pay (45 CFR 149.610). */
    static final FormId ESTIMATE = new FormId("good-faith-estimate");

    private final MemberPapers papers;
    private final Sheets sheets;
    private final FormLibrary forms;
    private final Estimate estimate;
    private final Patients patients;
    private final Practices practices;
    private final AuditTrail audit;

    OwnPapers(
            MemberPapers papers,
            Sheets sheets,
            FormLibrary forms,
            Estimate estimate,
            Patients patients,
            Practices practices,
            AuditTrail audit) {
        this.papers = papers;
        this.sheets = sheets;
        this.forms = forms;
        this.estimate = estimate;
        this.patients = patients;
        this.practices = practices;
        this.audit = audit;
    }

    /** A paper with its text, what it is put into it, and what was answered. */
    record Opened(
            Paper paper,
            FormVersion version,
            boolean signs,
            Map<String, String> words,
            Answers answers,
            Optional<Sheet> sheet) {

        Opened {
            words = Map.copyOf(words);
        }

        /** The same with other answers. */
        Opened with(Answers others) {
            return new Opened(paper, version, signs, words, others, sheet);
        }

        /** In the language of the paper, which may be another than that of the page. */
        String title() {
            return version.questionnaire().title();
        }

        boolean isElectronic() {
            return paper.form().equals(ELECTRONIC);
        }

        /** Whether it has places for which nothing is known: such a paper is neither filled in nor signed. */
        boolean hasGaps() {
            return !Placeholders.missing(version.questionnaire(), words).isEmpty();
        }

        /** For how long it would hold, and for what, as it is answered. */
        Terms terms() {
            return Terms.of(version.questionnaire(), answers);
        }

        /** What is read at once while an answer calls for help, in the language of the paper; else empty. */
        String crisis() {
            return Scores.of(version.questionnaire(), answers).crisis() ? Crisis.text(version.language()) : "";
        }
    }

    /** Every paper that is not over, what is open first, in the order in which it was given. */
    List<Paper> all(SignedInMember who) {
        return papers.of(who.member()).stream()
                .filter(paper -> !paper.status().isOver())
                .sorted((one, other) -> one.id().value().compareTo(other.id().value()))
                .toList();
    }

    /** Writes down that somebody is shown the list, or a paper: every page that shows one calls it. */
    void noteShown(SignedInMember who, String what) {
        audit.shown(who.actor(), what, List.of(who.member().value()), "members' pages");
    }

    /** By which anybody who signs for this member agrees to electronic papers; empty when none was given. */
    Optional<Paper> electronic(SignedInMember who) {
        return all(who).stream()
                .filter(paper -> paper.form().equals(ELECTRONIC))
                .findFirst();
    }

    /** As it is called in its own language; the practice calls each by its English name. */
    String title(Paper paper) {
        return paper.language() == Language.EN
                ? paper.title()
                : version(paper).questionnaire().title();
    }

    /**
     * One of theirs, and nobody else's. Nothing is written to the audit trail yet, so that nobody else waits while it
     * is printed.
     */
    Opened read(SignedInMember who, PaperId id) {
        var paper = papers.find(id)
                .filter(one ->
                        one.patient().equals(who.member()) && !one.status().isOver())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var version = version(paper);
        var sheet = sheets.of(id);
        return new Opened(
                paper,
                version,
                forms.find(paper.form()).orElseThrow().kind() == Kind.DOCUMENT,
                words(paper),
                sheet.map(Sheet::answers).orElseGet(() -> Answers.initial(version.questionnaire())),
                sheet);
    }

    private FormVersion version(Paper paper) {
        return switch (forms.open(paper.form(), paper.version(), paper.language())) {
            case Rendition.Text text -> text.version();
            case Rendition.Missing missing -> throw new IllegalStateException(missing.sentence());
        };
    }

    /** The exact bytes that are shown and signed, or what is missing for them. */
    FormRenderer.Paper exact(Opened opened, LocalDate day) {
        return FormRenderer.paper(opened.version(), opened.answers(), opened.words(), facts(opened, day));
    }

    private FormRenderer.Facts facts(Opened opened, LocalDate day) {
        return new FormRenderer.Facts(
                practices.current().name(),
                patients.find(opened.paper().patient()).orElseThrow().name().toString(),
                day);
    }

    private Map<String, String> words(Paper paper) {
        var words = new HashMap<>(forms.placeholders());
        var member = patients.find(paper.patient()).orElseThrow();
        words.put("member_name", member.name().toString());
        words.put("member_born", Days.say(member.birthDate(), paper.language()));
        words.put("practice_name", practices.current().name());
        words.put("day", Days.say(practices.today(), paper.language()));
        if (paper.form().equals(ESTIMATE)) {
            words.putAll(estimate.words(member, paper.language()));
        }
        return words;
    }
}
