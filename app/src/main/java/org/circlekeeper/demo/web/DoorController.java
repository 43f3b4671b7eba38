package org.circlekeeper.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.circlekeeper.access.Door;
import org.circlekeeper.access.Open;
import org.circlekeeper.access.SignInCookie;
import org.circlekeeper.demo.Guest;
import org.circlekeeper.demo.Persona;
import org.circlekeeper.demo.Stage;
import org.circlekeeper.frame.Next;
import org.circlekeeper.portal.PortalCookie;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** The door of the demo: one click, and one is somebody. It exists in the demo and nowhere else. */
@Controller
@Profile("demo")
@ConditionalOnWebApplication
public class DoorController {

    private static final String HREF = "/demo";

    private final Stage stage;
    private final LiveLines live;

    DoorController(Stage stage, LiveLines live) {
        this.stage = stage;
        this.live = live;
    }

    /** Everything the page shows. */
    public record Page(List<Card> cards, List<Guest> guests) {}

    /** One person and the line that says what waits for them. */
    public record Card(Persona persona, String line) {}

    @Bean
    static Door demoDoor() {
        return () -> HREF;
    }

    @Open(because = "The demo shows invented people alone, and this page is how one becomes one of them.")
    @GetMapping(HREF)
    ModelAndView show() {
        var cards = Arrays.stream(Persona.values())
                .map(persona -> new Card(persona, live.of(persona)))
                .toList();
        return new ModelAndView("org/circlekeeper/demo/web/door", "page", new Page(cards, List.of(Guest.values())));
    }

    @Open(because = "The people of the demo are invented; outside of the demo this route does not exist.")
    @PostMapping("/demo/be/{person}")
    View be(@PathVariable String person, HttpServletRequest request, HttpServletResponse response) {
        var persona = Persona.read(person).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        SignInCookie.write(request, response, stage.be(persona));
        return Next.to("/");
    }

    @Open(because = "The people of the demo are invented; outside of the demo this route does not exist.")
    @PostMapping("/demo/visit/{guest}")
    View visit(@PathVariable String guest, HttpServletRequest request, HttpServletResponse response) {
        var known = Guest.read(guest).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        PortalCookie.write(request, response, stage.be(known));
        return Next.to("/portal");
    }
}
