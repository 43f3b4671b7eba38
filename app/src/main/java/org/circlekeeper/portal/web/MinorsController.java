package org.circlekeeper.portal.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.portal.AgeRules;
import org.circlekeeper.portal.AgeRules.Topic;
import org.circlekeeper.portal.Majority;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.terms.PostalAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The ages of each state by which the practice goes, with their sources; here the owner writes down others. */
@Controller
@ConditionalOnWebApplication
public class MinorsController {

    private static final int YOUNGEST = 10;
    private static final int OLDEST = 21;
    private static final List<Choice> TOPICS = Arrays.stream(Topic.values())
            .map(topic -> new Choice(topic.name(), topic.onScreen()))
            .toList();

    private final AgeRules rules;
    private final Practices practices;

    MinorsController(AgeRules rules, Practices practices) {
        this.rules = rules;
        this.practices = practices;
    }

    /** Everything the page shows: the state of the practice first, and what the practice wrote down itself. */
    public record Page(List<Row> rows, List<Own> own, List<Choice> states, List<Choice> topics, Filled form) {}

    /** One state; {@code care} is a dash where nothing is written down. */
    public record Row(String state, Age age, Age care) {}

    /** One age: in words, its source, and whether somebody checked it. */
    public record Age(String says, String source, Tone tone, String word) {}

    /** A rule of the practice's own. */
    public record Own(String state, String topic, String says) {}

    @Needs(Permission.KEEP_SETTINGS)
    @GetMapping("/settings/minors")
    ModelAndView show(SignedIn who) {
        return view(Filled.blank("age").with("state", rules.home()));
    }

    @Needs(Permission.KEEP_SETTINGS)
    @PostMapping("/settings/minors/rules")
    Object keep(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("age", typed);
        var state = form.read("state", "Choose the state.", MinorsController::known);
        var topic = form.read("topic", "Choose what it is about.", Topic::valueOf);
        var age = form.readIfAny(
                "age", "Write an age from " + YOUNGEST + " to " + OLDEST + ".", Filled.whole(YOUNGEST, OLDEST));
        var source = form.text("source", "Write where it stands, as in RCW 71.34.530.");
        var conditions = form.readIfAny("conditions", "Shorten it: 200 characters are the most.", Filled.atMost(200));
        var verified = form.dayIfAny("verified", "Choose the day on which somebody checked it, or leave it empty.");
        verified.filter(day -> day.isAfter(practices.today()))
                .ifPresent(_ -> form.refuse("verified", "Nobody has checked it on a day to come."));
        topic.flatMap(about -> AgeRules.wrong(about, age.orElse(null)))
                .filter(_ -> form.wrong("age") == null)
                .ifPresent(wrong -> form.refuse("age", wrong));
        if (form.isWrong()) {
            return view(form);
        }
        rules.keep(
                state.orElseThrow(),
                topic.orElseThrow(),
                age.orElse(null),
                conditions.orElse(""),
                source.orElseThrow(),
                verified.orElse(null),
                who.actor());
        return Next.to("/settings/minors").saying("Written down. It holds from now on, before what is shipped.");
    }

    @Needs(Permission.KEEP_SETTINGS)
    @PostMapping("/settings/minors/rules/end")
    Next end(
            SignedIn who,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String topic) {
        var about = Arrays.stream(Topic.values())
                .filter(one -> one.name().equals(topic))
                .findFirst();
        return about.filter(one -> rules.remove(state, one, who.actor())).isPresent()
                ? Next.to("/settings/minors").saying("Taken back. What is shipped holds again.")
                : Next.to("/settings/minors").refusing("There is no such rule of yours any more.");
    }

    private ModelAndView view(Filled form) {
        var here = rules.home();
        var all = rules.all();
        var page = new Page(
                all.stream()
                        .sorted(Comparator.comparing(
                                        (Majority.Rule rule) -> !rule.state().equals(here))
                                .thenComparing(Majority.Rule::state))
                        .map(MinorsController::row)
                        .toList(),
                rules.own().stream()
                        .map(own -> new Own(
                                own.state(),
                                own.topic().name(),
                                own.state() + ": a member " + own.topic().onScreen() + " "
                                        + (own.age() == null ? "at no age before" : "from " + own.age())))
                        .toList(),
                PostalAddress.states().stream()
                        .map(state -> new Choice(state, state))
                        .toList(),
                TOPICS,
                form);
        var view = new ModelAndView("org/circlekeeper/portal/web/minors", "page", page);
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private static Row row(Majority.Rule rule) {
        return new Row(
                rule.state(),
                age(Integer.toString(rule.age()), MinorWords.source(rule.source(), rule.asOf()), rule.checked()),
                care(rule.ownCare()));
    }

    private static Age care(Majority.@Nullable OwnCare care) {
        return care == null
                ? new Age("–", "Nothing is written down: a parent decides.", Tone.NONE, "")
                : age(
                        care.age() + (care.conditions().isEmpty() ? "" : ", " + care.conditions()),
                        MinorWords.source(care.source(), care.asOf()),
                        care.checked());
    }

    private static Age age(String says, String source, boolean checked) {
        return new Age(says, source, checked ? Tone.GOOD : Tone.WAIT, checked ? "checked" : "not checked");
    }

    private static String known(String text) {
        var state = text.toUpperCase(Locale.ROOT);
        if (!PostalAddress.states().contains(state)) {
            throw new IllegalArgumentException("No state");
        }
        return state;
    }
}
