package org.circlekeeper.eligibility.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.circlekeeper.eligibility.Answer;
import org.circlekeeper.eligibility.BenefitWords;
import org.circlekeeper.eligibility.Listed;
import org.circlekeeper.eligibility.Verdict;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.jspecify.annotations.Nullable;

/**
 * Who comes soon, and what is known of their insurance.
 *
 * @param all every line, of which {@link #rows} shows those of the view
 * @param daysAhead for sessions of how many days
 * @param parked how many answers wait for somebody to look
 */
public record DeskPage(Show show, List<Listed> all, int daysAhead, int parked) {

    public DeskPage {
        all = List.copyOf(all);
    }

    /** The views. */
    public enum Show {
        ALL("Everyone"),
        DUE("To verify"),
        CHANGED("Changed"),
        STARTS("Starts this week"),
        CALLS("To ask by phone");

        private final String label;

        Show(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Show of(String word) {
            return Arrays.stream(values())
                    .filter(show -> show.word().equals(word))
                    .findFirst()
                    .orElse(ALL);
        }

        boolean includes(Listed line) {
            return switch (this) {
                case ALL -> true;
                case DUE -> line.verdict().kind().isOpen();
                case CHANGED -> line.hasChanged();
                case STARTS -> line.starts();
                case CALLS -> line.needsCall();
            };
        }
    }

    public List<Show> shows() {
        return List.of(Show.values());
    }

    public long count(Show of) {
        return all.stream().filter(of::includes).count();
    }

    public List<Listed> rows() {
        return all.stream().filter(show::includes).toList();
    }

    /** How many a press asks about. */
    public long due() {
        return all.stream().filter(line -> line.verdict().kind().isDue()).count();
    }

    public String empty() {
        return switch (show) {
            case ALL -> "Nobody has a session in the next " + daysAhead + " days.";
            case DUE -> nothingDue();
            case CHANGED -> "No payer says anything new.";
            case STARTS -> "Nobody starts this week.";
            case CALLS -> "No payer leaves anything open.";
        };
    }

    private String nothingDue() {
        var asked = count(Verdict.Kind.UNDER_WAY);
        var silent = count(Verdict.Kind.NOT_ASKED);
        if (asked == 0 && silent == 0) {
            return "Everyone for the next " + daysAhead + " days is verified.";
        }
        return "Nothing is to be done now for the next " + daysAhead + " days."
                + (asked == 0 ? "" : " An answer is waited for about " + insurances(asked) + ".")
                + (silent == 0 ? "" : " No payer is asked about " + insurances(silent) + ".");
    }

    private int count(Verdict.Kind kind) {
        return (int) all.stream().filter(line -> line.verdict().kind() == kind).count();
    }

    private static String insurances(int many) {
        return Words.count(many, "line", "lines") + " under Everyone";
    }

    public static String coming(Listed line) {
        var coming = line.who().coming();
        return coming == null
                ? switch (line.who().standing()) {
                    case MEMBER -> "none soon";
                    case ACCEPTED -> "said yes to a seat";
                    case WAITS -> "waits for a seat";
                }
                : Words.shortDay(coming.day());
    }

    public static String group(Listed line) {
        var coming = line.who().coming();
        return coming == null ? "" : coming.group();
    }

    public static String payer(Listed line) {
        var insurance = line.who().insurance();
        return insurance == null ? "none on file" : insurance.payerName();
    }

    public static String href(Listed line) {
        return "/patients/" + line.who().patient() + "/benefits";
    }

    public static String authorizations(Listed line) {
        return "/patients/" + line.who().patient() + "/authorizations";
    }

    /** The page about what visits cost them, which a feature above shows. */
    public static String money(Listed line) {
        return "/patients/" + line.who().patient() + "/money";
    }

    static @Nullable Answer answer(Listed line) {
        return line.latest() == null ? null : line.latest().answer();
    }

    public static String checked(Listed line) {
        var answer = answer(line);
        return answer == null
                ? "never"
                : Words.shortDay(answer.heard().standsFor()) + ", "
                        + BenefitWords.status(answer.benefits().status());
    }

    public static String covered(Listed line) {
        var answer = answer(line);
        return answer == null
                ? "not known"
                : BenefitWords.covered(answer.benefits().covered());
    }

    public static Tone coveredTone(Listed line) {
        var answer = answer(line);
        if (answer == null) {
            return Tone.NONE;
        }
        return switch (answer.benefits().covered()) {
            case YES -> answer.benefits().isCovered() ? Tone.GOOD : Tone.WAIT;
            case NO -> Tone.BAD;
            case UNKNOWN, AMBIGUOUS -> Tone.WAIT;
        };
    }

    public static String visits(Listed line) {
        var answer = answer(line);
        return answer == null ? "–" : BenefitWords.visits(answer.benefits());
    }

    public static String authorization(Listed line) {
        var answer = answer(line);
        return answer == null
                ? "–"
                : BenefitWords.authorization(answer.benefits().authorization());
    }

    public static String share(Listed line) {
        var answer = answer(line);
        return answer == null ? "–" : BenefitWords.share(answer.benefits());
    }

    /** Verified is good only where the payer may be expected to pay. */
    public static Tone tone(Listed line) {
        var answer = answer(line);
        return switch (line.verdict().kind()) {
            case FINE -> answer != null && answer.benefits().isCovered() ? Tone.GOOD : Tone.WAIT;
            case CORRECT, GAP -> Tone.BAD;
            case DUE, DUE_BY_PERSON, BY_HAND, LATER, IN_VAIN, UNDER_WAY -> Tone.WAIT;
            case NOT_ASKED -> Tone.CALM;
        };
    }
}
