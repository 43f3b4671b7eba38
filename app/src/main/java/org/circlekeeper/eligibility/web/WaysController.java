package org.circlekeeper.eligibility.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.eligibility.FileEnrolment;
import org.circlekeeper.eligibility.FileEnrolment.Kind;
import org.circlekeeper.eligibility.FileEnrolment.State;
import org.circlekeeper.eligibility.Setting;
import org.circlekeeper.eligibility.Ways;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.Money;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** How payers are asked: for which days, at which price, and through which enrolments and at which pace each. */
@Controller
@ConditionalOnWebApplication
public class WaysController {

    private final Ways ways;
    private final Payers payers;
    private final Practices practices;

    WaysController(Ways ways, Payers payers, Practices practices) {
        this.ways = ways;
        this.payers = payers;
        this.practices = practices;
    }

    /** The practice's own settings, and each payer. */
    public record Page(Filled form, List<Row> rows) {

        /** A payer, and how it stands with questions by file. */
        public record Row(Payer payer, Tone tone, String word) {}
    }

    @Needs(Permission.SEE_CLAIMS)
    @GetMapping("/insurance/settings")
    ModelAndView show(SignedIn who) {
        var setting = ways.setting();
        var price = setting.price();
        return view(Filled.blank("ways")
                .with("days", setting.daysAhead())
                .with("price", price == null ? "" : price.toString().replace("$", "")));
    }

    private ModelAndView view(Filled form) {
        var enrolments = ways.enrolments();
        var rows = payers.all().stream().map(payer -> row(payer, enrolments)).toList();
        var view = new ModelAndView("org/circlekeeper/eligibility/web/ways", "page", new Page(form, rows));
        if (form.isWrong()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    private Page.Row row(Payer payer, List<FileEnrolment> enrolments) {
        return of(payer.id(), Kind.BENEFITS, enrolments)
                .map(enrolment -> new Page.Row(
                        payer, enrolment.standsOn(practices.today()) ? Tone.GOOD : Tone.BAD, enrolment.inWords()))
                .orElse(new Page.Row(payer, Tone.NONE, "nobody has said"));
    }

    private static Optional<FileEnrolment> of(UUID payer, Kind kind, List<FileEnrolment> enrolments) {
        return enrolments.stream()
                .filter(enrolment -> enrolment.payer().equals(payer) && enrolment.kind() == kind)
                .findFirst();
    }

    @Needs(Permission.KEEP_PAYERS)
    @PostMapping("/insurance/settings")
    Object keep(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("ways", typed);
        var days = form.read("days", "Write a number of days from 1 to 30.", Filled.whole(1, 30));
        var price = form.readIfAny("price", "Write dollars, as in 0.10, or leave it empty.", WaysController::price);
        if (form.isWrong()) {
            return view(form);
        }
        ways.keep(new Setting(days.orElseThrow(), price.orElse(null)), who.actor());
        return Next.to("/insurance/settings").saying("Kept.");
    }

    private static Money price(String text) {
        var price = Money.dollars(text.replaceFirst("^\\$", ""));
        if (price.cents() < 0 || price.cents() >= 100_000) {
            throw new IllegalArgumentException("Not the price of a check");
        }
        return price;
    }

    /** One payer. */
    public record One(Payer payer, List<Line> lines, String pace, Filled enrolment, Filled paceForm) {

        /** One kind of file, and how it stands. */
        public record Line(String kind, Tone tone, String word, String source) {}

        public List<Choice> kinds() {
            return Arrays.stream(Kind.values())
                    .map(kind -> new Choice(kind.code(), kind.onScreen()))
                    .toList();
        }

        public List<Choice> states() {
            return Arrays.stream(State.values())
                    .map(state -> new Choice(state.name(), state.onScreen()))
                    .toList();
        }

        public String path() {
            return "/insurance/payers/" + payer.id();
        }
    }

    @Needs(Permission.SEE_PAYERS)
    @GetMapping("/insurance/payers/{id}")
    ModelAndView one(SignedIn who, @PathVariable UUID id) {
        return view(payer(id), Filled.blank("enrolment"), pace(id));
    }

    private Filled pace(UUID id) {
        return Filled.blank("pace")
                .with("most", ways.pace(id).map(String::valueOf).orElse(""))
                .with("source", ways.paceSource(id));
    }

    private ModelAndView view(Payer payer, Filled enrolment, Filled pace) {
        var enrolments = ways.enrolments();
        var lines = Arrays.stream(Kind.values())
                .map(kind -> of(payer.id(), kind, enrolments)
                        .map(one -> new One.Line(
                                kind.onScreen(),
                                one.standsOn(practices.today()) ? Tone.GOOD : Tone.BAD,
                                one.inWords(),
                                "Source: " + one.source() + ", recorded by " + one.recordedBy()))
                        .orElse(new One.Line(kind.onScreen(), Tone.NONE, "nobody has said", "")))
                .toList();
        var most = ways.pace(payer.id())
                .map(number -> "At most " + number + " people an hour.")
                .orElse("Nobody has said: files of up to a thousand people, as many as are due.");
        var view = new ModelAndView(
                "org/circlekeeper/eligibility/web/payer-ways", "page", new One(payer, lines, most, enrolment, pace));
        if (enrolment.isWrong() || pace.isWrong()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }

    @Needs(Permission.KEEP_PAYERS)
    @PostMapping("/insurance/payers/{id}/enrolments")
    Object enrol(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var payer = payer(id);
        var form = Filled.in("enrolment", typed);
        var kind = form.read("kind", "Choose the kind of file.", Kind::of);
        var state = form.read("state", "Choose how it stands.", State::valueOf);
        var day = form.day("day", "Choose the day.");
        var source = form.text("source", "Say who says so: the clearinghouse's letter of which day, or who was asked.");
        if (form.isWrong()) {
            return view(payer, form, pace(id));
        }
        var through = form.value("through");
        ways.record(
                new FileEnrolment(
                        id,
                        kind.orElseThrow(),
                        state.orElseThrow(),
                        day.orElseThrow(),
                        through.substring(0, Math.min(80, through.length())),
                        source.orElseThrow(),
                        who.actor().label()),
                who.actor());
        return Next.to("/insurance/payers/" + id).saying("Recorded.");
    }

    @Needs(Permission.KEEP_PAYERS)
    @PostMapping("/insurance/payers/{id}/pace")
    Object pace(SignedIn who, @PathVariable UUID id, @RequestParam Map<String, String> typed) {
        var payer = payer(id);
        var form = Filled.in("pace", typed);
        var most = form.read("most", "Write a number of people from 1 to 100000.", Filled.whole(1, 100_000));
        var source = form.text("source", "Say where the limit stands.");
        if (form.isWrong()) {
            return view(payer, Filled.blank("enrolment"), form);
        }
        ways.keepPace(id, most.orElseThrow(), source.orElseThrow(), who.actor());
        return Next.to("/insurance/payers/" + id).saying("Kept.");
    }

    private Payer payer(UUID id) {
        return payers.all().stream()
                .filter(payer -> payer.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
