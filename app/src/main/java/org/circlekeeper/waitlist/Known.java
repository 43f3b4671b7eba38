package org.circlekeeper.waitlist;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.roster.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody that a criterion may look at, by their own word and by their record. Pure.
 *
 * @param born null when nobody has said
 * @param speaks the language they speak, as BCP 47 has it; empty when nobody has said
 * @param reads the language in which they read papers; empty when nobody has said. It says nothing of others they speak
 * @param level as they or a person said it; empty when nobody has
 */
public record Known(
        @Nullable LocalDate born, String speaks, String reads, String level, List<Charts.Diagnosis> diagnoses) {

    public Known {
        diagnoses = List.copyOf(diagnoses);
    }

    /** Of somebody who waits, and what is on file of them. */
    public static Known of(Inquirer who, OnFile file) {
        return new Known(who.birthDate(), who.language(), file.language(), who.level(), file.diagnoses());
    }

    /** Of somebody who never waited. */
    public static Known of(LocalDate born, OnFile file) {
        return new Known(born, "", file.language(), "", file.diagnoses());
    }

    /**
     * Whether what a criterion says is so of them on a day. What is looked up stands whatever was answered. That a
     * diagnosis is not on file, or that they read papers in another language, settles nothing: nobody may have looked
     * for the one, and people speak several languages.
     */
    public Answer.Found found(Criterion criterion, Answer.Found said, LocalDate day) {
        var wanted = criterion.wanted();
        return switch (criterion.kind()) {
            case AGE_FROM ->
                age(day).map(age -> age >= Integer.parseInt(wanted))
                        .map(Known::so)
                        .orElse(said);
            case AGE_TO ->
                age(day).map(age -> age <= Integer.parseInt(wanted))
                        .map(Known::so)
                        .orElse(said);
            case LANGUAGE -> language(wanted, said);
            case LEVEL -> level.isEmpty() ? said : so(level.strip().equalsIgnoreCase(wanted));
            case DIAGNOSIS -> hasDiagnosis(wanted, day) ? Answer.Found.MET : said;
            case STATEMENT -> said;
        };
    }

    /** Whether one of these diagnoses is on file on that day; {@code wanted} is as a criterion has it. */
    public boolean hasDiagnosis(String wanted, LocalDate day) {
        var beginnings = Arrays.stream(wanted.split(","))
                .map(text -> text.strip().replace(".", ""))
                .filter(beginning -> !beginning.isEmpty())
                .toList();
        return diagnoses.stream()
                .filter(one -> one.days().includes(day))
                .anyMatch(one -> beginnings.stream().anyMatch(one.code().undotted()::startsWith));
    }

    /**
     * What is proposed as the answer where nobody gave one, for a person to save: where diagnoses are on file and none
     * of them is one of these, that they do not have it. Empty when nothing is.
     */
    public Optional<Answer.Found> proposed(Criterion criterion, LocalDate day) {
        boolean none = criterion.kind() == Criterion.Kind.DIAGNOSIS
                && !hasDiagnosis(criterion.wanted(), day)
                && diagnoses.stream().anyMatch(one -> one.days().includes(day));
        return none ? Optional.of(Answer.Found.NOT_MET) : Optional.empty();
    }

    private Answer.Found language(String wanted, Answer.Found said) {
        if (alike(reads, wanted) || alike(speaks, wanted)) {
            return Answer.Found.MET;
        }
        return speaks.isEmpty() ? said : Answer.Found.NOT_MET;
    }

    /** Empty when nobody has said when they were born. */
    public Optional<Integer> age(LocalDate day) {
        return Optional.ofNullable(born).map(date -> Period.between(date, day).getYears());
    }

    private static Answer.Found so(boolean met) {
        return met ? Answer.Found.MET : Answer.Found.NOT_MET;
    }

    private static boolean alike(String language, String wanted) {
        return language.split("-", 2)[0].equalsIgnoreCase(wanted.split("-", 2)[0]);
    }
}
