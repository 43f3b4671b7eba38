package org.circlekeeper.waitlist;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.circlekeeper.charts.Charts;
import org.circlekeeper.roster.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody that a criterion may look at, by their own word and by their record. Pure.
 *
 * @param born null when nobody has said
 * @param languages that they speak or read, as BCP 47 has them; empty when nobody has said
 * @param level as they or a person said it; empty when nobody has
 */
public record Known(@Nullable LocalDate born, Set<String> languages, String level, List<Charts.Diagnosis> diagnoses) {

    public Known {
        languages = Set.copyOf(languages);
        diagnoses = List.copyOf(diagnoses);
    }

    /** Of somebody who waits, and what is on file of them. */
    public static Known of(Inquirer who, OnFile file) {
        return new Known(who.birthDate(), said(who.language(), file.language()), who.level(), file.diagnoses());
    }

    /** Of somebody who never waited. */
    public static Known of(LocalDate born, OnFile file) {
        return new Known(born, said(file.language()), "", file.diagnoses());
    }

    private static Set<String> said(String... languages) {
        return Stream.of(languages).filter(one -> !one.isEmpty()).collect(Collectors.toSet());
    }

    /**
     * Whether what a criterion says is so of them on a day. What is looked up stands whatever was answered; a diagnosis
     * may have been answered before it was on file, so none that is there settles it only where nobody answered.
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
            case LANGUAGE -> languages.isEmpty() ? said : so(languages.stream().anyMatch(one -> alike(one, wanted)));
            case LEVEL -> level.isEmpty() ? said : so(level.strip().equalsIgnoreCase(wanted));
            case DIAGNOSIS -> diagnosis(wanted, said, day);
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

    private Answer.Found diagnosis(String wanted, Answer.Found said, LocalDate day) {
        if (hasDiagnosis(wanted, day)) {
            return Answer.Found.MET;
        }
        boolean any = diagnoses.stream().anyMatch(one -> one.days().includes(day));
        return said == Answer.Found.UNKNOWN && any ? Answer.Found.NOT_MET : said;
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
