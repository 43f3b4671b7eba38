package org.circlekeeper.x12;

/** Why a set that could be read is posted nowhere until a person has looked at it. */
public record Warning(String code, String sentence) {

    public Warning {
        sentence = Quoted.cut(sentence);
    }
}
