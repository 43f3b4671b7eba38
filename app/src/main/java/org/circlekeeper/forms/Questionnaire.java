package org.circlekeeper.forms;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a form says in one language: the subset of a FHIR R4 Questionnaire that is kept here.
 *
 * @param about a sentence on what it is for, empty when there is none
 * @param copyright the line that must stay with it, empty when there is none
 * @param bands how a sum of scores is called; empty when none is
 */
public record Questionnaire(
        FormId form,
        Kind kind,
        Language language,
        String title,
        String about,
        String copyright,
        List<Band> bands,
        List<Item> items) {

    public Questionnaire {
        bands = List.copyOf(bands);
        items = List.copyOf(items);
    }

    /** Scores from one to another, both included, and their name. */
    public record Band(int from, int to, String label) {}

    /** Every item, in the order in which they are read. */
    public Stream<Item> all() {
        return items.stream().flatMap(Item::all);
    }

    public Stream<Item.Question> questions() {
        return all().filter(Item.Question.class::isInstance).map(Item.Question.class::cast);
    }

    public Optional<Item.Question> question(String linkId) {
        return questions().filter(one -> one.linkId().equals(linkId)).findFirst();
    }

    /** Whether answers to it add up to a sum. */
    public boolean isScored() {
        return questions().anyMatch(one -> one.answering() instanceof Answering.Choice choice && choice.isScored());
    }

    /** Those of which an answer calls for help at once. */
    public List<Item.Question> callingForHelp() {
        return questions()
                .filter(one -> one.answering() instanceof Answering.Choice choice && choice.crisis())
                .toList();
    }

    /** Whether it is a measure of others, kept as they wrote it: no counsel of the practice has a say in it. */
    public boolean isInstrument() {
        return kind == Kind.QUESTIONNAIRE && !copyright.isEmpty();
    }

    /** Every text of it that somebody reads. */
    Stream<String> texts() {
        return Stream.concat(Stream.of(title, about), all().flatMap(item -> switch (item) {
            case Item.Question question -> Stream.of(question.text(), question.help());
            case Item.Group _, Item.Display _ -> Stream.of(item.text());
        }));
    }
}
