package org.circlekeeper.signing;

/** Asked of the features above: whether what is signed holds answers that only whoever treats the member reads. */
public interface AnswersAboutHealth {

    /** Whether a paper of this form does, be it filled in here or with ink. */
    boolean stand(Template template);
}
