package org.circlekeeper.coverage.web;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.audit.AuditTrail;
import org.circlekeeper.coverage.AskedBefore;
import org.circlekeeper.coverage.Asking;
import org.circlekeeper.coverage.AskingStatus;
import org.circlekeeper.coverage.AuthorizationRequest;
import org.circlekeeper.coverage.AuthorizedCare;
import org.circlekeeper.coverage.AuthorizedCares;
import org.circlekeeper.coverage.Packets;
import org.circlekeeper.coverage.web.AuthorizationsPage.Row;
import org.circlekeeper.coverage.web.AuthorizationsPage.Show;
import org.circlekeeper.frame.Choice;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.patients.Patient;
import org.circlekeeper.patients.Patients;
import org.circlekeeper.practice.Payer;
import org.circlekeeper.practice.Payers;
import org.circlekeeper.practice.Practices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers the list of authorizations: a fixed number of questions, however many members there are. */
@Component
class AuthorizationsPages {

    private static final int MOST = 500;
    private static final int FILES = 10;
    private static final int FEW = 3;
    private static final int SOON_DAYS = 21;

    private final AuthorizedCares cares;
    private final Asking asking;
    private final Packets packets;
    private final Patients patients;
    private final Payers payers;
    private final Practices practices;
    private final AuditTrail audit;

    AuthorizationsPages(
            AuthorizedCares cares,
            Asking asking,
            Packets packets,
            Patients patients,
            Payers payers,
            Practices practices,
            AuditTrail audit) {
        this.cares = cares;
        this.asking = asking;
        this.packets = packets;
        this.patients = patients;
        this.payers = payers;
        this.practices = practices;
        this.audit = audit;
    }

    /** What is known of one care beside itself. */
    private record Known(
            AuthorizedCare care,
            @Nullable AuthorizationRequest open,
            @Nullable AuthorizationRequest instead,
            boolean refused,
            @Nullable Patient patient,
            String payer,
            LocalDate today) {

        boolean due() {
            return instead == null && !refused && care.isToBeAskedBy(today);
        }

        /** What was said before, when that is why nobody asks now. */
        @Nullable
        AuthorizationRequest settled() {
            return care.isToBeAskedBy(today) ? instead : null;
        }

        boolean isIn(Show show) {
            var ends = care.ends();
            return switch (show) {
                case ALL -> true;
                case ASK -> due();
                case FEW -> !care.authorizations().isEmpty() && care.left() <= FEW;
                case SOON -> ends != null && !ends.isAfter(today.plusDays(SOON_DAYS));
                case WAITING -> open != null && open.status().waitsForPayer();
            };
        }
    }

    AuthorizationsPage page(SignedIn who, Show show, Filled form) {
        var today = practices.today();
        var all = cares.all(today);
        var requests = asking.open();
        var names = payers.all().stream().collect(toMap(Payer::id, Payer::name));
        var known = known(all, names, today).stream()
                .sorted(Comparator.comparing((Known one) -> !one.due())
                        .thenComparing(one -> one.care().askBy() == null)
                        .thenComparing(one -> soonest(one.care()))
                        .thenComparing(AuthorizationsPages::name))
                .toList();
        var shown = known.stream().filter(one -> one.isIn(show)).limit(MOST).toList();
        audit.shown(
                who.actor(),
                "authorizations",
                shown.stream()
                        .map(one -> one.care().patient().value())
                        .distinct()
                        .toList(),
                "opened");
        return new AuthorizationsPage(
                shown.stream().map(AuthorizationsPages::row).toList(),
                show,
                known.size(),
                known.stream().filter(Known::due).count(),
                known.stream().filter(one -> one.isIn(show)).count() > shown.size(),
                toSend(requests, names),
                answers(),
                form);
    }

    private List<Known> known(List<AuthorizedCare> all, Map<UUID, String> names, LocalDate today) {
        var whose = all.stream().map(AuthorizedCare::patient).distinct().toList();
        var before = new AskedBefore(asking.of(whose));
        var refused = packets.refusals(whose).keySet();
        var members = patients.byId(whose);
        return all.stream()
                .map(care -> new Known(
                        care,
                        before.open(care).orElse(null),
                        before.instead(care).orElse(null),
                        refused.contains(care.patient()),
                        members.get(care.patient()),
                        names.getOrDefault(care.payer(), "a payer"),
                        today))
                .toList();
    }

    private static List<Choice> toSend(List<AuthorizationRequest> requests, Map<UUID, String> names) {
        return requests.stream()
                .filter(one -> one.status() == AskingStatus.TO_ASK)
                .collect(groupingBy(AuthorizationRequest::payer, TreeMap::new, counting()))
                .entrySet()
                .stream()
                .map(one -> new Choice(
                        one.getKey().toString(),
                        names.getOrDefault(one.getKey(), "A payer") + ": "
                                + Words.count(one.getValue(), "request", "requests")))
                .toList();
    }

    private List<String> answers() {
        var zone = practices.current().zone();
        return asking.answerFiles(FILES).stream()
                .map(file -> Words.moment(file.at(), zone) + ", " + file.name() + ": " + file.outcome())
                .toList();
    }

    private static LocalDate soonest(AuthorizedCare care) {
        var ask = care.askBy();
        return ask == null ? LocalDate.MAX : ask;
    }

    private static Row row(Known known) {
        var care = known.care();
        var numbers = care.authorizations().stream().map(one -> one.number()).toList();
        return new Row(
                key(care),
                "/patients/" + care.patient() + "/authorizations",
                name(known),
                known.payer(),
                numbers.isEmpty() ? "None on file" : String.join(", ", numbers),
                numbers.isEmpty() ? "–" : left(care),
                care.burnDown().says(care.clock()),
                care.clock().says(known.payer()),
                tone(known),
                word(known),
                known.open() == null && !known.refused());
    }

    static String left(AuthorizedCare care) {
        int unmarked = care.burnDown().unmarked();
        return care.left() + " left"
                + (care.reserved() == 0 ? "" : ", " + care.reserved() + " reserved")
                + (unmarked == 0 ? "" : ", " + unmarked + " not marked yet");
    }

    private static Tone tone(Known known) {
        if (known.open() != null) {
            return Tone.WAIT;
        }
        if (known.refused() || known.settled() != null) {
            return Tone.NONE;
        }
        return known.due() ? Tone.BAD : Tone.GOOD;
    }

    private static String word(Known known) {
        if (known.refused()) {
            return "No payer is asked";
        }
        var instead = known.open() == null ? known.settled() : known.open();
        if (instead != null) {
            return MemberAuthorizationsPages.upper(instead.status().onScreen());
        }
        return known.due() ? "Ask now" : "Enough";
    }

    private static String name(Known known) {
        var patient = known.patient();
        return patient == null ? "" : patient.name().toString();
    }

    private static String key(AuthorizedCare care) {
        return care.patient() + " " + care.payer() + " " + care.code();
    }

    /** The members and payers of those keys that are still there. */
    List<AuthorizedCare> chosen(List<String> keys) {
        return cares.all(practices.today()).stream()
                .filter(care -> keys.contains(key(care)))
                .toList();
    }
}
