package org.circlekeeper.frame;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A group drawn as what it is: a circle of chairs, one dot per seat. The drawing never stands alone; {@code words} say
 * the same beside it.
 */
public record Ring(List<Seat> seats, String words) {

    private static final double MIDDLE = 50;
    private static final double REACH = 38;

    public Ring {
        seats = List.copyOf(seats);
    }

    /** How a seat is taken. */
    public enum Seat {
        /** A member sits here. */
        FILLED,
        /** Pending, or on hold. */
        HALF,
        /** Nobody. */
        OPEN,
        /** Offered to somebody. */
        OFFERED,
        PRESENT,
        LATE,
        ABSENT,
        EXCUSED;

        /** The class that colours it. */
        public String css() {
            return "seat-" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A seat with its place on a board of 100 by 100, and the lines of the mark inside it. */
    public record Dot(Seat seat, String x, String y, String r, List<String> strokes) {}

    /** The usual ring: so many members, so many pending or on hold, so many offered, the rest open. */
    public static Ring of(int filled, int half, int offered, int capacity, String words) {
        var seats = new ArrayList<Seat>();
        seats.addAll(Collections.nCopies(filled, Seat.FILLED));
        seats.addAll(Collections.nCopies(half, Seat.HALF));
        seats.addAll(Collections.nCopies(offered, Seat.OFFERED));
        seats.addAll(Collections.nCopies(Math.max(0, capacity - seats.size()), Seat.OPEN));
        return new Ring(seats, words);
    }

    /** Clockwise from the top. */
    public List<Dot> dots() {
        var dots = new ArrayList<Dot>();
        double radius = Math.min(11, Math.PI * REACH / Math.max(3, seats.size()) * 0.78);
        for (int i = 0; i < seats.size(); i++) {
            double turn = 2 * Math.PI * i / seats.size() - Math.PI / 2;
            dots.add(dot(seats.get(i), MIDDLE + REACH * Math.cos(turn), MIDDLE + REACH * Math.sin(turn), radius));
        }
        return dots;
    }

    private static Dot dot(Seat seat, double x, double y, double radius) {
        return new Dot(seat, places(x), places(y), places(radius), strokes(seat, x, y, radius / 2));
    }

    /** A tick, the hands of a clock, a cross or a dash, so that no seat is told by its colour alone. */
    private static List<String> strokes(Seat seat, double x, double y, double size) {
        return switch (seat) {
            case PRESENT -> List.of(line(x - size, y, x - size / 3, y + size * 0.8, x + size, y - size * 0.7));
            case LATE -> List.of(line(x, y - size, x, y, x + size * 0.8, y));
            case ABSENT ->
                List.of(line(x - size, y - size, x + size, y + size), line(x - size, y + size, x + size, y - size));
            case EXCUSED -> List.of(line(x - size, y, x + size, y));
            case HALF -> List.of(half(x, y, size * 2));
            case FILLED, OPEN, OFFERED -> List.of();
        };
    }

    private static String line(double... points) {
        var path = new StringBuilder("M");
        for (int i = 0; i < points.length; i += 2) {
            path.append(i == 0 ? "" : "L").append(places(points[i])).append(' ').append(places(points[i + 1]));
        }
        return path.toString();
    }

    private static String half(double x, double y, double radius) {
        var r = places(radius);
        return "M" + places(x) + " " + places(y - radius) + "A" + r + " " + r + " 0 0 0 " + places(x) + " "
                + places(y + radius) + "Z";
    }

    private static String places(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
