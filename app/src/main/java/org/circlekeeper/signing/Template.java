package org.circlekeeper.signing;

/**
 * Which paper is signed: a form, one of its versions, in one language.
 *
 * @param form as in {@code group-confidentiality}
 * @param language as BCP 47 writes it: {@code es}
 */
public record Template(String form, int version, String language) {

    public Template {
        if (!form.matches("[a-z0-9][a-z0-9-]{0,79}")
                || version < 1
                || !language.matches("[a-z]{2,3}(-[A-Za-z0-9]+)*")) {
            throw new IllegalArgumentException("Not a version of a form in a language");
        }
    }

    /** As in {@code group-confidentiality, version 3, es}. */
    @Override
    public String toString() {
        return form + ", version " + version + ", " + language;
    }
}
