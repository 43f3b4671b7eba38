package org.circlekeeper.portal.papers;

import java.util.List;
import org.circlekeeper.forms.Language;
import org.circlekeeper.portal.Tongue;
import org.circlekeeper.practice.Practice;

/**
 * What somebody is told before they agree to electronic papers (15 USC 7001(c)(1)(B) and (C)(i)), in the language of
 * the paper: it stands above the button, and word for word in the evidence.
 *
 * @param paper that each paper may be had as paper, and how
 * @param withdrawal how the word is taken back, and what follows
 * @param needed which devices and programs are needed
 * @param scope which papers it is about
 */
record Told(String paper, String withdrawal, String needed, String scope) {

    static Told in(Language language, Practice practice) {
        var tongue = Tongue.of(language);
        return new Told(
                tongue.say("electronic.paper", practice.phone()),
                tongue.say("electronic.withdrawal", practice.phone()),
                tongue.say("electronic.needed"),
                tongue.say("electronic.scope"));
    }

    List<String> all() {
        return List.of(paper, withdrawal, needed, scope);
    }
}
