package org.circlekeeper.frame;

import java.util.Locale;

/** How something stands: always an icon and a word, and then a colour. */
public enum Tone {
    GOOD("✓"),
    WAIT("◔"),
    BAD("✕"),
    CALM("○"),
    NONE("–");

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    public String css() {
        return "chip-" + name().toLowerCase(Locale.ROOT);
    }
}
