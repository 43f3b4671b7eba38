package org.circlekeeper.practice.web;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.NavEntry;
import org.circlekeeper.frame.Next;
import org.circlekeeper.frame.Words;
import org.circlekeeper.practice.FilingCodes;
import org.circlekeeper.practice.OwnRule;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Payers.StandingOrder;
import org.circlekeeper.practice.PracticeRules;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.practice.Practitioner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Whoever pays: the list, and which practitioner each payer knows. */
@Controller
@ConditionalOnWebApplication
public class PayersController {

    private final Payers payers;
    private final PracticeRules rules;
    private final Practices practices;
    private final AuditTrail audit;

    PayersController(Payers payers, PracticeRules rules, Practices practices, AuditTrail audit) {
        this.payers = payers;
        this.rules = rules;
        this.practices = practices;
        this.audit = audit;
    }

    /** Everything the page shows. */
    public record Page(List<Row> rows, long rulesForAll, List<String> leaders, List<Choice> programs, Filled form) {}

    /** One payer. {@code known} says of each leader, in the order of {@code leaders}, whether the payer knows them. */
    public record Row(
            String href, String name, String payerId, String program, long rules, String order, List<Known> known) {}

    @Bean
    static NavEntry payersEntry() {
        return new NavEntry(600, "Payers", "/payers", "p", Permission.SEE_PAYERS);
    }

    @Needs(Permission.SEE_PAYERS)
    @GetMapping("/payers")
    ModelAndView show(SignedIn who) {
        return view(Filled.blank("payer"));
    }

    @Needs(Permission.KEEP_PAYERS)
    @PostMapping("/payers")
    Object add(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("payer", typed);
        var name = form.text("name", "Write the payer's name as your clearinghouse lists it.");
        var payerId = form.read(
                "payerId", "Write the payer id, two to eighty letters and digits.", PayersController::payerId);
        var code = form.read("code", "Choose what kind of payer it is.", PayersController::filingCode);
        payerId.filter(id -> payers.byPayerId(id).isPresent())
                .ifPresent(_ -> form.refuse("payerId", "There is a payer with this id already, in the list below."));
        if (form.isWrong()) {
            var view = view(form);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        var payer = payers.keep(name.orElseThrow(), payerId.orElseThrow(), code.orElseThrow());
        audit.did(who.actor(), "added a payer", "payer " + payer.id(), "typed in");
        return Next.to("/payers/" + payer.id())
                .saying("Added. Say which leaders it knows, and your own rules about it.");
    }

    private ModelAndView view(Filled form) {
        var today = practices.today();
        var leaders = practices.practitioners();
        var enrolments = Known.today(rules.enrolments(), today);
        Map<String, Long> ruled = rules.ownRules().stream()
                .filter(rule -> rule.days().includes(today))
                .collect(groupingBy(PayersController::whose, counting()));
        Map<UUID, StandingOrder> orders = payers.standingOrders(today).stream()
                .collect(toMap(StandingOrder::payer, order -> order, (latest, _) -> latest));
        var rows = payers.all().stream()
                .map(payer -> new Row(
                        "/payers/" + payer.id(),
                        payer.name(),
                        payer.payerId(),
                        FilingCodes.words(payer.filingCode()),
                        ruled.getOrDefault(payer.id().toString(), 0L),
                        order(orders, payer),
                        leaders.stream()
                                .map(leader -> Known.of(enrolments, leader.id(), payer.id()))
                                .toList()))
                .toList();
        var page = new Page(
                rows,
                ruled.getOrDefault("", 0L),
                leaders.stream().map(Practitioner::signature).toList(),
                FilingCodes.ALL,
                form);
        return new ModelAndView("org/circlekeeper/practice/web/payers", "page", page);
    }

    private static String whose(OwnRule rule) {
        var payer = rule.payer();
        return payer == null ? "" : payer.toString();
    }

    private static String order(Map<UUID, StandingOrder> orders, Payer payer) {
        var order = orders.get(payer.id());
        return order == null ? "" : "until " + Words.day(order.lastDay()) + ", " + order.givenLabel();
    }

    /** 2010BB NM109. */
    private static String payerId(String text) {
        if (!text.matches("[A-Za-z0-9-]{2,80}")) {
            throw new IllegalArgumentException("Not a payer id");
        }
        return text;
    }

    static String filingCode(String text) {
        if (!FilingCodes.isKnown(text)) {
            throw new IllegalArgumentException("Not a filing code");
        }
        return text;
    }
}
