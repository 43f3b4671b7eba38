package org.circlekeeper.intake;

import java.util.Optional;
import org.circlekeeper.forms.Answers;
import org.circlekeeper.forms.Filling;
import org.circlekeeper.forms.Questionnaire;

/**
 * What the paper about how we may contact a member says of e-mail, and of a way or place that goes before all else.
 *
 * @param email whether we may write e-mail
 * @param address to which; empty when the paper does not say
 * @param place the way or place, in their words; empty when they name none
 */
public record ContactWishes(boolean email, String address, String place) {

    static final String EMAIL = "email";
    static final String ADDRESS = "email-address";
    static final String PLACE = "other-place";

    /** As they stand in the answers; empty where a text of the practice's own asks nothing of e-mail. Pure. */
    static Optional<ContactWishes> in(Questionnaire questionnaire, Answers answers) {
        var shown = Filling.shown(questionnaire, answers);
        return shown.value(EMAIL)
                .map(email -> new ContactWishes(
                        email.equals("true"),
                        shown.value(ADDRESS).orElse("").strip(),
                        shown.value(PLACE).orElse("").strip()));
    }
}
