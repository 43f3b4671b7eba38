package org.circlekeeper.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The first ten minutes, walked as a newcomer walks them, each sentence compared with what the pages behind it hold.
 * The same walk is taken a second time with scripts switched off.
 */
@ExtendWith(Demo.Giver.class)
class DemoStoryTest {

    private static final int DESK = 1280;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US);
    private static final HasCountOptions SOON = new HasCountOptions().setTimeout(Chrome.PATIENCE_MILLIS);
    private static final Pattern PROMISE = Pattern.compile(
            "Since (\\w+) I filed (\\d+) claims for \\$([\\d,]+), kept (\\d+) back, and need (\\d+) answers\\.");
    private static final Pattern TODAY = Pattern.compile("Today, \\w+ (\\d+ \\w+ \\d+)");
    private static final Pattern SEATS = Pattern.compile("(\\d+) of \\d+");

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void the_first_ten_minutes(boolean scripts, Demo demo) {
        demo.backToTheBeginning();
        var newcomer = demo.visitor(DESK, scripts);
        theDoor(newcomer);
        today(newcomer);
        whatWasNotBilled(newcomer);
        attendance(newcomer, scripts);
        notes(newcomer);
        release(newcomer);
        twoPractices(newcomer);
        anImport(newcomer);
        compliance(newcomer);
        theDoorOut(newcomer);
        newcomer.tryThis()
                .press("Restart me at Monday 8:00")
                .reads("It is Monday, 8:00 again")
                .reads("Mon 8:00");
        newcomer.reads("Try this: 6 of 6 done");
        assertThat(newcomer.complaints()).isEmpty();
        newcomer.close();
    }

    private static void theDoor(Visitor newcomer) {
        newcomer.open("/");
        newcomer.reads("A therapy group is one session and ten payers. Who are you today?")
                .reads("Demo. Invented people. Nothing is sent.")
                .reads("Mon 8:00");
        var hats = List.of("Dana, owner", "Marcus, therapist", "Rosa, biller", "Ines, virtual assistant");
        hats.forEach(newcomer::reads);
        newcomer.reads("Priya, compliance").reads("Sam, group member").reads("Lena, acts for two members");
        int unsigned = newcomer.number("(\\d+) notes to sign");
        int went = newcomer.number("(\\d+) claims went out");
        newcomer.become("Marcus").open("/notes");
        assertThat(newcomer.page().locator("input[name=note]").count()).isEqualTo(unsigned);
        newcomer.become("Rosa");
        assertThat(newcomer.number("I filed (\\d+) claims")).isEqualTo(went);
    }

    /** The product's whole promise in a sentence, and what stands behind each of its numbers. */
    private static void today(Visitor newcomer) {
        newcomer.become("Dana").readsNothingOfTheWorkshop();
        var promise = newcomer.finds(PROMISE);
        var since = sinceDay(LocalDate.parse(newcomer.finds(TODAY).group(1), DAY), promise.group(1));
        assertThat(newcomer.page()
                        .locator("[aria-labelledby=needs-you] [data-list] > article")
                        .count())
                .isEqualTo(Integer.parseInt(promise.group(5)));
        why(newcomer);
        rings(newcomer);
        newcomer.open("/claims?tab=held");
        assertThat(rows(newcomer).count()).isEqualTo(Integer.parseInt(promise.group(4)));
        newcomer.open("/claims?tab=filed");
        var files = newcomer.page().locator("tr", new Page.LocatorOptions().setHasText("837P-")).all().stream()
                .filter(file -> !fileDay(file).isBefore(since))
                .toList();
        assertThat(files.stream().mapToInt(file -> cents(file, "Claims")).sum())
                .isEqualTo(Integer.parseInt(promise.group(2)));
        assertThat(files.stream().mapToInt(file -> cents(file, "Total")).sum())
                .isEqualTo(100 * Integer.parseInt(promise.group(3).replace(",", "")));
    }

    private static void why(Visitor newcomer) {
        var question = newcomer.page()
                .locator("[aria-labelledby=needs-you] article[data-row]")
                .first();
        question.locator("summary").click();
        assertThat(question).containsText("What I looked at:");
        assertThat(question).containsText("What you can rely on:");
        assertThat(question).containsText("What would settle it:");
    }

    private static void rings(Visitor newcomer) {
        newcomer.reads("10 of 10 · 09:00 Monday Circle").reads("Thanksgiving: no group, 10 people to tell");
        newcomer.reads("Ten people, weekly: 40 claims a month.");
        int month = newcomer.number("Your five groups: (\\d+)\\.");
        newcomer.open("/groups");
        int seats = Demo.texts(newcomer.page(), ".cards .ring-words").stream()
                .mapToInt(words -> Integer.parseInt(
                        SEATS.matcher(words).results().findFirst().orElseThrow().group(1)))
                .sum();
        assertThat(month).isEqualTo(4 * seats);
    }

    private static void whatWasNotBilled(Visitor newcomer) {
        newcomer.open("/");
        int unbilled = newcomer.number("(\\d+) visits not billed last month");
        newcomer.page().locator("main a[href^='/unbilled']").click();
        newcomer.reads(unbilled + " not billed").readsNothingOfTheWorkshop();
        assertThat(rows(newcomer).count()).isEqualTo(unbilled);
        assertThat(Demo.texts(newcomer.page(), "td[data-label=Why]"))
                .hasSize(unbilled)
                .doesNotContain("");
        var reasons = Demo.texts(newcomer.page(), "main h2").stream()
                .mapToInt(DemoStoryTest::firstNumber)
                .sum();
        assertThat(reasons).isEqualTo(unbilled);
    }

    private static void attendance(Visitor newcomer, boolean scripts) {
        newcomer.become("Marcus").press("Let the day pass");
        newcomer.reads("Monday Circle has ended. Who was there?").reads("Unmarked is never billed.");
        mark(newcomer, 0, "ABSENT");
        marked(newcomer, 1);
        newcomer.reads("Press u. Nothing was sent yet.");
        if (scripts) {
            newcomer.page().keyboard().press("u");
        } else {
            newcomer.press("Undo the last mark");
        }
        marked(newcomer, 0);
        mark(newcomer, 0, "ABSENT");
        marked(newcomer, 1);
        mark(newcomer, 1, "LEFT_EARLY");
        marked(newcomer, 2);
        newcomer.page().locator("[data-minutes]").fill("20");
        newcomer.press("Save").reads("left after 20 min");
        newcomer.press("Everyone else present (8)");
        marked(newcomer, 10);
        newcomer.reads("9 came. Evergreen Mutual allows 12, State Medicaid 10: fine.");
        newcomer.press("Close session").reads("9 members came").reads("1 absent: follow up today");
        newcomer.reads("8 claims wait only for your notes")
                .reads("1 held: stayed 20 minutes, your own rule asks you to look");
        newcomer.readsNothingOfTheWorkshop();
    }

    private static void mark(Visitor newcomer, int row, String presence) {
        newcomer.page()
                .locator(".sheet > li")
                .nth(row)
                .locator("button[value=" + presence + "]")
                .click();
    }

    private static void marked(Visitor newcomer, int count) {
        assertThat(newcomer.page().locator("li[data-marked=yes]")).hasCount(count, SOON);
    }

    private static void notes(Visitor newcomer) {
        newcomer.open("/notes");
        assertThat(newcomer.page().locator("input[name=note]")).hasCount(13);
        newcomer.press("Sign today's 9 and Friday's 4").reads("13 notes are signed.");
    }

    private static void release(Visitor newcomer) {
        newcomer.become("Rosa").open("/claims");
        int filed = newcomer.number("Filed (\\d+)");
        int ready = newcomer.number("Ready (\\d+)");
        int held = newcomer.number("Held (\\d+)");
        assertThat(ready + held).as("what was signed").isEqualTo(13);
        assertThat(rows(newcomer).count()).isEqualTo(ready);
        newcomer.open("/claims?tab=held");
        newcomer.page().locator("details.why summary").first().click();
        newcomer.reads("20 minutes");
        newcomer.open("/claims");
        newcomer.press("Release " + ready + " claims").reads("TEST").reads("Released by Rosa Diaz");
        int toPayers = Demo.texts(newcomer.page(), "td[data-label=Claims]").stream()
                .mapToInt(Integer::parseInt)
                .sum();
        assertThat(toPayers).isEqualTo(ready);
        newcomer.press("Release " + ready + " claims").reads(ready + " claims leave now");
        assertThat(newcomer.number("Filed (\\d+)")).isEqualTo(filed + ready);
        inPlainWords(newcomer);
    }

    private static void inPlainWords(Visitor newcomer) {
        newcomer.page().locator("a[data-open][href^='/batches/']").first().click();
        newcomer.page().locator("a[data-open][href^='/claims/']").first().click();
        newcomer.press("Read it in plain words").reads("In plain words");
        var sentences = newcomer.page().locator("#words td[data-label='In plain words']");
        assertThat(sentences.count()).isGreaterThan(10);
        assertThat(newcomer.page().locator("#words code", new Page.LocatorOptions().setHasText("CLM*")))
                .hasCount(1);
        newcomer.readsNothingOfTheWorkshop();
    }

    private static void twoPractices(Visitor newcomer) {
        newcomer.become("Ines").reads("2 practices");
        var frame = newcomer.page().locator("body").getAttribute("class");
        newcomer.press("Go to Harbor Lane");
        assertThat(newcomer.page().locator("header.top .sign")).containsText("Harbor Lane");
        assertThat(newcomer.page().locator("body").getAttribute("class")).isNotEqualTo(frame);
    }

    /** A dry run, its refusals with their reasons, the import, and the way back. */
    private static void anImport(Visitor newcomer) {
        newcomer.open("/import");
        newcomer.press("Try with the sample practice").reads("Nothing has been imported yet.");
        int refused = newcomer.number("Refused (\\d+)");
        assertThat(refused)
                .as(String.join("\n", Demo.texts(newcomer.page(), "[aria-labelledby=refused] tbody tr")))
                .isEqualTo(4);
        assertThat(newcomer.page().locator("[aria-labelledby=refused] tbody tr").count())
                .isEqualTo(refused);
        newcomer.readsNothingOfTheWorkshop();
        newcomer.page()
                .locator("main form button", new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*Import\\s*$")))
                .click();
        newcomer.press("Undo import").reads("taken back");
    }

    private static void compliance(Visitor newcomer) {
        newcomer.become("Dana").open("/patients");
        newcomer.follow("Okafor, Sam").reads("Sam Okafor");
        var id = newcomer.page().url().replaceAll(".*/patients/([0-9a-f-]+).*", "$1");
        newcomer.become("Priya").open("/notes");
        newcomer.reads("Not yours to read.");
        assertThat(newcomer.complaints()).allMatch(complaint -> complaint.contains("403"));
        newcomer.open("/audit");
        newcomer.reads("Refused").reads("Priya Nair, compliance");
        newcomer.page().getByLabel("Who opened this record?").fill(id);
        newcomer.press("Search").reads("Dana Whitfield, owner").readsNothingOfTheWorkshop();
        newcomer.follow("Check that nothing was altered").reads("Whole");
    }

    private static void theDoorOut(Visitor newcomer) {
        newcomer.tryThis().follow("Use it for real");
        assertThat(Demo.texts(newcomer.page(), "main h2"))
                .containsExactly("Bring your exports", "Run beside your present system", "Start empty");
        newcomer.reads("New practices begin carefully: I propose, you press. You decide, task by task, when I may act.")
                .readsNothingOfTheWorkshop();
    }

    private static Locator rows(Visitor newcomer) {
        return newcomer.page().locator("main tbody tr[data-row]");
    }

    private static LocalDate sinceDay(LocalDate today, String weekday) {
        return today.with(TemporalAdjusters.previous(DayOfWeek.valueOf(weekday.toUpperCase(Locale.ROOT))));
    }

    private static LocalDate fileDay(Locator file) {
        var day = Pattern.compile("-(20\\d{6})-")
                .matcher(file.innerText())
                .results()
                .findFirst()
                .orElseThrow();
        return LocalDate.parse(day.group(1), DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** A count as it stands, or an amount of money in cents. */
    private static int cents(Locator row, String label) {
        return Integer.parseInt(
                row.locator("td[data-label=" + label + "]").innerText().replaceAll("\\D", ""));
    }

    private static int firstNumber(String text) {
        return Integer.parseInt(text.replaceAll("^(\\d+).*", "$1"));
    }
}
