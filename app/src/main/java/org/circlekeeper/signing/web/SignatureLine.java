package org.circlekeeper.signing.web;

import java.time.ZoneId;
import org.circlekeeper.frame.Tone;
import org.circlekeeper.frame.Words;
import org.circlekeeper.signing.Signature;

/** One signed paper as lists show it: of whom, which, in which way, and how it stands. */
public record SignatureLine(String href, String name, String paper, String how, String when, Tone tone, String word) {

    static SignatureLine of(Signature signature, String name, ZoneId zone) {
        return new SignatureLine(
                "/signatures/" + signature.id(),
                name,
                signature.template().toString(),
                signature.medium().onScreen(),
                Words.moment(signature.began(), zone),
                switch (signature.status()) {
                    case SIGNED -> Tone.GOOD;
                    case WAITING_FOR_SECOND -> Tone.WAIT;
                    case REFUSED_BY_ONE -> Tone.BAD;
                    case WITHDRAWN, LAPSED -> Tone.NONE;
                },
                signature.status().onScreen());
    }
}
