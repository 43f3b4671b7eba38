package org.circlekeeper.waitlist.web;

import java.util.Optional;
import java.util.UUID;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Qr;
import org.circlekeeper.practice.Practices;
import org.circlekeeper.waitlist.Interest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The address of an interest form on a sheet of paper, with a code that a telephone reads. It says nothing of a group.
 */
@Controller
@ConditionalOnWebApplication
public class PosterController {

    private final Interest interest;
    private final Practices practices;

    PosterController(Interest interest, Practices practices) {
        this.interest = interest;
        this.practices = practices;
    }

    /** Everything the sheet shows. */
    public record Page(String practice, String phone, String address, Qr code) {}

    @Needs(Permission.KEEP_WAITLIST)
    @GetMapping("/waitlist/links/{type}/poster")
    ModelAndView show(SignedIn who, @PathVariable UUID type) {
        var token = Optional.ofNullable(interest.open().get(type))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var address = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString() + "/interest/" + token;
        var practice = practices.current();
        return new ModelAndView(
                "org/circlekeeper/waitlist/web/poster",
                "page",
                new Page(practice.outsideName(), practice.phone().toString(), address, Qr.of(address)));
    }
}
