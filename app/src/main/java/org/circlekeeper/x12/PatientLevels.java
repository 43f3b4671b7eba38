package org.circlekeeper.x12;

import org.jspecify.annotations.Nullable;

/**
 * Follows the levels (HL) that questions of a practice share: payer 20, receiver or provider 21, provider 19,
 * subscriber 22, dependent 23. Whatever lies beneath those leaves the people as they are.
 */
public final class PatientLevels {

    private String level = "";
    private NamedParty payer = NamedParty.NOBODY;
    private NamedParty receiver = NamedParty.NOBODY;
    private NamedParty provider = NamedParty.NOBODY;
    private NamedPerson subscriber = NamedPerson.NOBODY;
    private @Nullable NamedPerson dependent;

    /** Takes every segment of a set. */
    public void see(Segment segment) {
        if (segment.is("HL")) {
            enter(segment.element(3));
            return;
        }
        switch (level) {
            case "20" -> payer = first(payer, segment);
            case "21" -> receiver = first(receiver, segment);
            case "19" -> provider = first(provider, segment);
            case "22" -> subscriber = subscriber.with(segment);
            case "23" -> dependent = (dependent == null ? NamedPerson.NOBODY : dependent).with(segment);
            default -> {}
        }
    }

    /** Nothing more comes of the level that is being read. */
    public void leave() {
        level = "";
    }

    private void enter(String next) {
        level = next;
        switch (next) {
            case "20" -> payer = NamedParty.NOBODY;
            case "21" -> receiver = NamedParty.NOBODY;
            case "19" -> provider = NamedParty.NOBODY;
            case "22" -> {
                subscriber = NamedPerson.NOBODY;
                dependent = null;
            }
            case "23" -> dependent = NamedPerson.NOBODY;
            default -> {}
        }
    }

    private static NamedParty first(NamedParty known, Segment segment) {
        return segment.is("NM1") && known.equals(NamedParty.NOBODY) ? NamedParty.of(segment) : known;
    }

    /** HL03 of the level that is being read. */
    public String level() {
        return level;
    }

    public NamedParty payer() {
        return payer;
    }

    /** Level 21: who gets the answer, which for benefits and authorizations is the provider itself. */
    public NamedParty receiver() {
        return receiver;
    }

    /** Level 19, or level 21 where there is none. */
    public NamedParty provider() {
        return provider.equals(NamedParty.NOBODY) ? receiver : provider;
    }

    public NamedPerson subscriber() {
        return subscriber;
    }

    public @Nullable NamedPerson dependent() {
        return dependent;
    }

    public NamedPerson patient() {
        return dependent == null ? subscriber : dependent;
    }

    public String memberId() {
        return subscriber.name().id();
    }
}
