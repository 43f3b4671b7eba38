package org.circlekeeper.forms;

/**
 * What somebody reads at once whose answer calls for help. It says honestly that nobody watches. 988 is the national
 * lifeline (47 CFR 52.200; 42 USC 290bb-36c), in Spanish too.
 */
public final class Crisis {

    private Crisis() {}

    /** The text, in the language of the form; the numbers stand in it as they are dialled. */
    public static String text(Language language) {
        return language.say("""
                You do not have to be alone with this. Call or text 988 now, at any hour. It is free, and you reach a \
                trained person at the Suicide and Crisis Lifeline. If you or someone else may be hurt, call 911. \
                Nobody here watches these answers day and night, so please do not wait for us.""", """
                No tiene que pasar por esto en soledad. Llame al 988 ahora y oprima 2, o envíe la palabra AYUDA al \
                988, a cualquier hora. Es gratis y le atiende una persona capacitada de la Línea 988 de Prevención del \
                Suicidio y Crisis. Si usted u otra persona corre peligro, llame al 911. Aquí nadie lee estas \
                respuestas de día y de noche, así que por favor no nos espere.""");
    }
}
