package org.circlekeeper.forms.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.circlekeeper.forms.Answering;
import org.circlekeeper.forms.AnyForm;
import org.circlekeeper.forms.Fault;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.Kind;
import org.circlekeeper.forms.Questionnaire;
import org.circlekeeper.forms.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of files of others, and what is refused with which sentence. */
class QuestionnaireReaderTest {

    private static final FormId ID = new FormId("some-form");

    private static Taken read(String json) {
        return QuestionnaireReader.read(json.getBytes(StandardCharsets.UTF_8), ID, Kind.QUESTIONNAIRE);
    }

    private static Taken items(String items) {
        return read("{'resourceType':'Questionnaire','language':'en-US','title':'T','status':'active','item':["
                        .replace('\'', '"')
                + items + "]}");
    }

    /** Items in short: single quotes, T for a text, and the type in front of the link id. */
    private static String brief(String items) {
        return items.replaceAll("(\\w[\\w-]*):(\\w+)\\(", "{'linkId':'$2','text':'T','type':'$1'")
                .replace(")", "}")
                .replaceAll("if\\[(\\S+) (\\S+) ([^\\]]*)]", ",'enableWhen':[{'question':'$1','operator':'$2',$3}]")
                .replace('\'', '"');
    }

    private static String faults(Taken taken) {
        assertThat(taken).isInstanceOf(Taken.Refused.class);
        return ((Taken.Refused) taken).faults().stream().map(Fault::toString).collect(Collectors.joining("\n"));
    }

    private static Questionnaire whole(Taken taken) {
        assertThat(taken).isInstanceOf(Taken.Whole.class);
        return ((Taken.Whole) taken).questionnaire();
    }

    @Test
    void a_file_of_another_program_is_read_with_what_is_about_the_file_let_go() {
        var form = whole(items("""
                {"linkId":"/1","prefix":"1.","text":"Mood?","type":"choice","code":[{"code":"44249-1"}],"repeats":false,
                 "answerOption":[{"valueString":"Very much"},{"valueCoding":{"code":"no","display":"No",
                   "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":0}]}}]}
                """.replace(
                        "\"Very much\"}",
                        "\"Very much\",\"extension\":[{\"url\":"
                                + "\"http://hl7.org/fhir/StructureDefinition/ordinalValue\",\"valueDecimal\":2.0}]}")));
        var question = form.question("/1").orElseThrow();

        assertThat(question.text()).isEqualTo("1. Mood?");
        assertThat(((Answering.Choice) question.answering()).options())
                .containsExactly(
                        new Answering.Option("Very much", "Very much", 2), new Answering.Option("no", "No", 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                    quantity:a() ~ a: Its type is quantity
                    string:a(,'repeats':true) ~ a: It has "repeats"
                    choice:a(,'answerValueSet':'x') ~ as answerOption
                    string:a(,'readOnly':true) ~ a: It has "readOnly"
                    string:a(,'modifierExtension':[]) ~ a: It has "modifierExtension"
                    string:a(,'extension':[{'url':'http//x'}]) ~ a: It carries the extension http//x
                    string:a(,'item':[{'linkId':'b'}]) ~ a: It has parts below it
                    {'text':'T','type':'string'} ~ A part of it has no linkId
                    {'linkId':'a','type':'string'} ~ a: It says nothing
                    display:a(),display:a() ~ a: Two parts are called so
                    {'linkId':'<b>','text':'T','type':'display'} ~ link id may hold
                    choice:a() ~ a: Give it between 1 and 50 answers
                    string:a(,'maxLength':99999) ~ a: Allow between 1 and
                    date:a(,'initial':[{'valueDate':'2026'}]) ~ a: The day that stands there
                    string:a(if[b exists 'answerBoolean':true]),string:b() ~ a: It is shown by an answer to "b"
                    string:a(if[gone exists 'answerBoolean':true]) ~ no question before it
                    string:a(if[a like 'answerString':'x']) ~ a: A condition of it compares
                    string:b(),string:a(if[b = 'answerString':'x']) ~ a: The answer to "b" cannot be compared
                    """)
    void what_is_outside_the_subset_is_refused_by_its_link_id(String items, String sentence) {
        assertThat(faults(items(brief(items)))).contains(sentence);
    }

    @Test
    void several_conditions_must_say_whether_all_or_one_must_hold() {
        var twice = "{'question':'b','operator':'=','answerBoolean':true}";
        var items = "boolean:b(),string:a(,'enableWhen':[" + twice + "," + twice + "])";

        assertThat(faults(items(brief(items)))).contains("a: It has several conditions");
        assertThat(whole(items(brief(items.replace("])", "],'enableBehavior':'any')"))))
                        .questions())
                .hasSize(2);
    }

    @Test
    void every_fault_is_said_at_once() {
        assertThat(faults(items(brief("time:a(),url:b()")))).contains("a: Its type is time", "b: Its type is url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{",
                "{'resourceType':'Patient'}",
                "{'resourceType':'Questionnaire','title':'T','item':[]}",
                "{'resourceType':'Questionnaire','language':'fr','title':'T','item':[display:a()]}",
                "{'resourceType':'Questionnaire','language':'en','item':[display:a()]}",
                "{'resourceType':'Questionnaire','language':'en','title':'T','title':'U','item':[display:a()]}",
                "{'resourceType':'Questionnaire','language':'en','title':'T','contained':[],'item':[display:a()]}",
                "{'resourceType':'Questionnaire','language':'en','title':'T','item':'x'}"
            })
    void what_is_no_questionnaire_is_refused_with_a_sentence(String json) {
        assertThat(faults(read(brief(json)))).endsWith(".");
    }

    @Test
    void what_lies_too_deep_or_is_too_large_is_refused_before_it_costs_anything() {
        var deep = "{\"linkId\":\"a\",\"text\":\"T\",\"type\":\"group\",\"item\":[".repeat(5_000);
        var deeper = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> "{\"linkId\":\"g" + i + "\",\"text\":\"T\",\"type\":\"group\",\"item\":[")
                .collect(Collectors.joining());

        assertThat(faults(items(deep))).contains("lie too deep");
        assertThat(faults(items(deeper + "]}".repeat(6)))).contains("g5: It lies too deep");
        assertThat(faults(read(" ".repeat(QuestionnaireReader.LARGEST + 1)))).contains("larger than 500 KB");
        var many = IntStream.range(0, 301)
                .mapToObj(i -> "{\"linkId\":\"a" + i + "\",\"text\":\"T\",\"type\":\"display\"}")
                .collect(Collectors.joining(","));
        assertThat(faults(items(many))).contains("300 are the most");
    }

    @Test
    void letters_that_are_not_utf_8_are_told() {
        var taken = QuestionnaireReader.read(new byte[] {'{', (byte) 0xE9, '}'}, ID, Kind.DOCUMENT);

        assertThat(faults(taken)).contains("UTF-8");
    }

    @Test
    void a_file_of_another_kind_is_refused() {
        var json = QuestionnaireWriter.write(AnyForm.of(1), 1);
        var other = AnyForm.of(1).kind() == Kind.DOCUMENT ? Kind.QUESTIONNAIRE : Kind.DOCUMENT;

        assertThat(faults(QuestionnaireReader.read(json.getBytes(StandardCharsets.UTF_8), ID, other)))
                .contains("It is of another kind");
    }

    /** A file that somebody broke on the way is read as something or refused; it never breaks anything. */
    @Test
    void a_file_with_any_byte_changed_is_read_or_refused() {
        var random = new Random(90853);
        int refused = 0;
        for (long seed = 1; seed <= 300; seed++) {
            var bytes = QuestionnaireWriter.write(AnyForm.of(seed), 1).getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            refused += QuestionnaireReader.read(bytes, ID, AnyForm.of(seed).kind()) instanceof Taken.Refused ? 1 : 0;
        }
        assertThat(refused).isBetween(50, 299);
    }

    @Test
    void a_group_is_no_question_on_which_something_can_hang() {
        assertThat(faults(items(brief("group:g(,'item':[]),string:a(if[g exists 'answerBoolean':true])"))))
                .contains("a: It is shown by an answer to \"g\"");
    }
}
