package org.circlekeeper.roster.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Words;
import org.circlekeeper.roster.Criterion;
import org.circlekeeper.roster.Group;
import org.circlekeeper.roster.GroupId;
import org.circlekeeper.roster.Groups;
import org.circlekeeper.roster.Kinds;
import org.circlekeeper.roster.OwnFee;
import org.circlekeeper.roster.OwnFeeForm;
import org.circlekeeper.roster.OwnFees;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what the page of the kinds of groups shows: a fixed number of questions, however many there are. */
@Component
class KindPages {

    private final Kinds kinds;
    private final Groups groups;
    private final OwnFees fees;

    KindPages(Kinds kinds, Groups groups, OwnFees fees) {
        this.kinds = kinds;
        this.groups = groups;
        this.fees = fees;
    }

    ModelAndView show(Filled form) {
        var all = groups.all();
        var names = all.stream().collect(toMap(Group::id, Group::name));
        var criteria = kinds.criteria().stream().collect(groupingBy(Criterion::type));
        var charged = fees.schedule();
        var stay = kinds.stay();
        var byKind = all.stream().collect(groupingBy(Group::type));
        var cards = kinds.all().stream()
                .map(kind -> card(
                        kind,
                        stay.getOrDefault(kind.type().id(), ""),
                        criteria.getOrDefault(kind.type().id(), List.of()),
                        byKind.getOrDefault(kind.type().id(), List.of()),
                        names,
                        charged.fees().stream()
                                .filter(fee -> kind.type().id().equals(fee.type()))
                                .toList()))
                .toList();
        var view = new ModelAndView("org/circlekeeper/roster/web/kinds", "page", new KindPage(cards, form));
        view.setStatus(form.isWrong() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return view;
    }

    private static KindPage.Card card(
            Kinds.Kind kind,
            String stays,
            List<Criterion> criteria,
            List<Group> groups,
            Map<GroupId, String> names,
            List<OwnFee> fees) {
        return new KindPage.Card(
                kind.type(),
                kind.groups() == 0
                        ? "No group is of it"
                        : Words.count(kind.groups(), "group is", "groups are") + " of it",
                stays,
                lines(criteria, false, names),
                lines(criteria, true, names),
                groups.stream()
                        .map(group -> new Choice(group.id().toString(), group.name()))
                        .toList(),
                OwnFeeForm.lines(fees));
    }

    private static List<KindPage.Line> lines(List<Criterion> criteria, boolean excludes, Map<GroupId, String> names) {
        return criteria.stream()
                .filter(criterion -> criterion.excludes() == excludes)
                .map(criterion -> new KindPage.Line(criterion.id(), says(criterion, names), how(criterion)))
                .toList();
    }

    private static String says(Criterion criterion, Map<GroupId, String> names) {
        var group = criterion.group();
        return group == null ? criterion.says() : names.getOrDefault(group, "") + ": " + criterion.says();
    }

    private static String how(Criterion criterion) {
        return switch (criterion.kind()) {
            case AGE_FROM -> "Age on the first day at least " + criterion.wanted();
            case AGE_TO -> "Age on the first day at most " + criterion.wanted();
            case DIAGNOSIS -> "Diagnosis that begins with " + criterion.wanted();
            case LANGUAGE -> "Language " + criterion.wanted();
            case LEVEL -> "Level: " + criterion.wanted();
            case STATEMENT -> "Asked in screening";
        };
    }
}
