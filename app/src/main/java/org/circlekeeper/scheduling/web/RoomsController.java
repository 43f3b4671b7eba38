package org.circlekeeper.scheduling.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.circlekeeper.access.Needs;
import org.circlekeeper.access.Permission;
import org.circlekeeper.access.SignedIn;
import org.circlekeeper.frame.Filled;
import org.circlekeeper.frame.Next;
import org.circlekeeper.scheduling.Room;
import org.circlekeeper.scheduling.RoomId;
import org.circlekeeper.scheduling.Rooms;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The rooms of the practice. */
@Controller
@ConditionalOnWebApplication
public class RoomsController {

    private static final String PATH = "/calendar/rooms";
    private static final int MOST_SEATS = 200;

    private final Rooms rooms;

    RoomsController(Rooms rooms) {
        this.rooms = rooms;
    }

    /** Everything the page shows. */
    public record Page(List<Room> rooms, Filled form) {

        /** The form of one room, as it was sent or as the room stands. */
        public Filled form(Room room) {
            var name = "room-" + room.id();
            return form.name().equals(name)
                    ? form
                    : Filled.blank(name)
                            .with("name", room.name())
                            .with("seats", room.seats())
                            .with("open", room.open() ? "yes" : "");
        }

        public Filled fresh() {
            return form.name().equals("room") ? form : Filled.blank("room");
        }
    }

    @Needs(Permission.KEEP_CALENDAR)
    @GetMapping(PATH)
    ModelAndView show(SignedIn who) {
        return view(Filled.blank(""));
    }

    @Needs(Permission.KEEP_CALENDAR)
    @PostMapping(PATH)
    Object add(SignedIn who, @RequestParam Map<String, String> typed) {
        var form = Filled.in("room", typed);
        var name = name(form, null);
        var seats = seats(form);
        if (form.isWrong()) {
            return wrong(form);
        }
        rooms.add(name.orElseThrow(), seats.orElseThrow(), who.actor());
        return Next.to(PATH).saying("The room is added. Give it to a group with its regular time.");
    }

    @Needs(Permission.KEEP_CALENDAR)
    @PostMapping(PATH + "/{id}")
    Object keep(SignedIn who, @PathVariable RoomId id, @RequestParam Map<String, String> typed) {
        var _ = rooms.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var form = Filled.in("room-" + id, typed);
        var name = name(form, id);
        var seats = seats(form);
        if (form.isWrong()) {
            return wrong(form);
        }
        rooms.keep(new Room(id, name.orElseThrow(), seats.orElseThrow(), form.has("open")), who.actor());
        return Next.to(PATH).saying("Saved.");
    }

    private Optional<String> name(Filled form, @Nullable RoomId own) {
        var name = form.text("name", "Give the room a name, as in Blue room.");
        name.filter(chosen -> rooms.all().stream()
                        .anyMatch(room -> !room.id().equals(own) && room.name().equalsIgnoreCase(chosen)))
                .ifPresent(_ -> form.refuse("name", "There is a room of this name already. Choose another one."));
        return name;
    }

    private static Optional<Integer> seats(Filled form) {
        return form.read("seats", "Write how many it seats, from 1 to 200.", Filled.whole(1, MOST_SEATS));
    }

    private ModelAndView wrong(Filled form) {
        var view = view(form);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView view(Filled form) {
        return new ModelAndView("org/circlekeeper/scheduling/web/rooms", "page", new Page(rooms.all(), form));
    }
}
