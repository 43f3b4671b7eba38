package org.circlekeeper.signing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.patients.PatientId;
import org.circlekeeper.terms.Because;
import org.circlekeeper.terms.Finding;
import org.circlekeeper.terms.Sha256;

/** Whether a press of the button is a signature. Pure: gives everything that stands against it. */
final class MaySign {

    static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final int LONGEST_NAME = 200;
    private static final int MOST_SCREENS = 200;
    private static final String E_SIGN = "15 USC 7006(5)";

    private MaySign() {}

    static List<Finding> findings(Signing signing, Known known, Instant now) {
        var found = who(known, signing.signer(), signing.patient(), signing.authentication(), now);
        found.addAll(capacity(signing, known));
        if (signing.what() instanceof What.Paper && !known.agrees()) {
            found.add(finding(
                    "no-electronic-consent",
                    "You have not agreed to sign papers electronically, or have taken it back.",
                    "Agree to it first, or ask the practice for this paper as a sheet to sign with ink.",
                    "15 USC 7001(c)(1)"));
        }
        if (signing.what() instanceof What.ElectronicBusiness && signing.isForTwo()) {
            found.add(finding(
                    "each-for-themselves",
                    "Whether papers may be electronic each of you says alone.",
                    "Sign it as a guardian.",
                    "15 USC 7001(c)(1)"));
        }
        found.addAll(association(signing));
        found.addAll(intent(signing.intent()));
        found.addAll(screens(signing.screens(), now));
        before(signing, known).ifPresent(found::add);
        return found;
    }

    static List<Finding> findings(Refusing refusing, Known known, Instant now) {
        var found = who(known, refusing.signer(), refusing.patient(), refusing.authentication(), now);
        if (refusing.signer().id().equals(refusing.patient().value())) {
            found.add(notAGuardian());
        }
        var word = known.words().get(refusing.signer().id());
        if (word != null && !word.yes()) {
            found.add(finding(
                    "refused-already", "You have said no to this paper already.", "Talk to the practice.", E_SIGN));
        } else if (known.live().filter(Signature::isInForce).isPresent()) {
            found.add(finding(
                    "signed-by-both",
                    "Both of you have signed this paper.",
                    "Withdraw it if you do not want it any more.",
                    "45 CFR 164.508(b)(5)"));
        } else if (word == null && known.words().size() >= Guardians.TWO) {
            found.add(third());
        }
        return found;
    }

    private static List<Finding> who(Known known, Signer signer, PatientId patient, Authentication shown, Instant now) {
        var found = new ArrayList<Finding>();
        if (!known.patient()) {
            found.add(finding("no-such-member", "There is no such member in this practice.", "Sign in again.", E_SIGN));
        }
        if (known.staff()) {
            found.add(finding(
                    "staff-signs",
                    "Nobody of the practice signs in the place of a member.",
                    "Let them sign themselves, or keep the sheet that they signed with ink.",
                    "UETA, section 9"));
        }
        boolean fresh = !shown.at().isAfter(now) && shown.at().isAfter(now.minus(Authentication.HOLDS));
        if (!shown.signer().equals(signer.id()) || !shown.patient().equals(patient) || !fresh) {
            found.add(finding(
                    "not-authenticated",
                    "We do not know for sure that it is you.",
                    "Sign in again, for the member whom this paper is about, and sign then.",
                    "UETA, section 9; NIST SP 800-63B, 4.2.3"));
        }
        return found;
    }

    private static List<Finding> capacity(Signing signing, Known known) {
        boolean themselves = signing.signer().id().equals(signing.patient().value());
        return switch (signing.capacity()) {
            case Capacity.Self _ ->
                themselves
                        ? List.of()
                        : List.of(finding(
                                "not-themselves",
                                "Only the member signs for themselves.",
                                "Sign as a guardian or representative, if you are one.",
                                "45 CFR 164.502(g)"));
            case Capacity.Guardian _, Capacity.TwoGuardians _ -> themselves ? List.of(notAGuardian()) : List.of();
            case Capacity.Representative _ ->
                themselves || !known.authority()
                        ? List.of(finding(
                                "no-authority",
                                "The document that lets you sign for this member is not on their record.",
                                "Send it to the practice first: a court's order or a power of attorney.",
                                "45 CFR 164.508(c)(1)(vi)"))
                        : List.of();
        };
    }

    /** I17: what is signed are bytes that were shown, and no others. */
    private static List<Finding> association(Signing signing) {
        if (signing.shown().length == 0 || signing.shown().length > MOST_BYTES) {
            return List.of(
                    finding("no-paper", "There is no paper to sign.", "Open it again and sign what you read.", E_SIGN));
        }
        return Sha256.hex(signing.shown()).equals(signing.shownSha256()) ? List.of() : List.of(otherBytes());
    }

    static Finding otherBytes() {
        return finding(
                "other-bytes",
                "This paper has changed since you read it.",
                "Read it again as it is now, and sign then. What you filled in is kept.",
                "15 USC 7001(d)(1), 7006(5)");
    }

    private static List<Finding> intent(Intent intent) {
        var found = new ArrayList<Finding>();
        var name = intent.typedName().strip();
        if (name.isEmpty()) {
            found.add(finding("no-name", "Your name is missing.", "Type it as you sign it.", E_SIGN));
        } else if (name.toLowerCase(Locale.ROOT).startsWith("data:") || name.length() > LONGEST_NAME) {
            found.add(finding(
                    "picture-for-name",
                    "A picture is no signature.",
                    "Type your name with letters, 200 at the most.",
                    E_SIGN));
        }
        if (intent.button().isBlank()) {
            found.add(finding("no-button", "No button was pressed.", "Press the button under the paper.", E_SIGN));
        }
        return found;
    }

    private static List<Finding> screens(List<Screen> screens, Instant now) {
        boolean ordered = !screens.isEmpty() && screens.size() <= MOST_SCREENS;
        for (int i = 0; ordered && i < screens.size(); i++) {
            ordered = !screens.get(i).at().isAfter(now)
                    && (i == 0
                            || !screens.get(i).at().isBefore(screens.get(i - 1).at()));
        }
        return ordered
                ? List.of()
                : List.of(finding(
                        "screens-unknown",
                        "We cannot tell which pages you were shown.",
                        "Begin the paper again from its first page.",
                        "UETA, section 9"));
    }

    private static Optional<Finding> before(Signing signing, Known known) {
        UUID signer = signing.signer().id();
        if (!signing.isForTwo()) {
            return known.live().map(_ -> signed());
        }
        var word = known.words().get(signer);
        if (word != null && word.yes()) {
            return Optional.of(signed());
        }
        if (word == null && known.words().size() >= Guardians.TWO) {
            return Optional.of(third());
        }
        return known.words().values().stream()
                .filter(other -> other.yes() && !other.signer().equals(signer))
                .filter(other -> !other.fieldsSha256().equals(Sha256.hex(Facts.fields(signing.fields()))))
                .findFirst()
                .map(_ -> finding(
                        "other-answers",
                        "The other guardian has signed this paper with other answers in it.",
                        "Talk to each other, or ask the practice: it is asked when one of you says no.",
                        E_SIGN));
    }

    private static Finding signed() {
        return finding("signed-already", "You have signed this paper already.", "Open your copy.", E_SIGN);
    }

    private static Finding third() {
        return finding(
                "third-guardian",
                "Two others have answered as the guardians of this member.",
                "Ask the practice who may sign.",
                "45 CFR 164.502(g)(3)");
    }

    private static Finding notAGuardian() {
        return finding(
                "not-a-guardian",
                "Nobody is their own guardian.",
                "Sign for yourself, if you may.",
                "45 CFR 164.502(g)(3)");
    }

    private static Finding finding(String code, String sentence, String remedy, String source) {
        return new Finding(code, Finding.Weight.ALWAYS_HOLDS, Because.of(sentence), remedy, source);
    }
}
