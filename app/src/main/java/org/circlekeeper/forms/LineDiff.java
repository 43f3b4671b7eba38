package org.circlekeeper.forms;

import java.util.ArrayList;
import java.util.List;

/** Which lines of a text went and which came, with one line that stayed around them. Pure. */
public final class LineDiff {

    /** Of two texts with more lines between their common ends than this, the whole between counts as changed. */
    private static final int MOST = 1_500;

    private LineDiff() {}

    /** One line. */
    public record Line(Change change, String text) {}

    /** What became of it. */
    public enum Change {
        STAYED(" "),
        WENT("−"),
        CAME("+");

        private final String sign;

        Change(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /** Empty when both say the same. */
    public static List<Line> of(String before, String after) {
        var from = before.lines().toList();
        var to = after.lines().toList();
        int top = 0;
        while (top < from.size() && top < to.size() && from.get(top).equals(to.get(top))) {
            top++;
        }
        int bottom = 0;
        while (bottom < from.size() - top
                && bottom < to.size() - top
                && from.get(from.size() - 1 - bottom).equals(to.get(to.size() - 1 - bottom))) {
            bottom++;
        }
        var all = new ArrayList<Line>();
        from.subList(0, top).forEach(line -> all.add(new Line(Change.STAYED, line)));
        all.addAll(between(from.subList(top, from.size() - bottom), to.subList(top, to.size() - bottom)));
        from.subList(from.size() - bottom, from.size()).forEach(line -> all.add(new Line(Change.STAYED, line)));
        return changed(all);
    }

    private static List<Line> between(List<String> from, List<String> to) {
        var lines = new ArrayList<Line>();
        if (from.size() > MOST || to.size() > MOST) {
            from.forEach(line -> lines.add(new Line(Change.WENT, line)));
            to.forEach(line -> lines.add(new Line(Change.CAME, line)));
            return lines;
        }
        var common = common(from, to);
        int i = 0;
        int j = 0;
        while (i < from.size() || j < to.size()) {
            if (i < from.size() && j < to.size() && from.get(i).equals(to.get(j))) {
                lines.add(new Line(Change.STAYED, from.get(i++)));
                j++;
            } else if (j == to.size() || (i < from.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Change.WENT, from.get(i++)));
            } else {
                lines.add(new Line(Change.CAME, to.get(j++)));
            }
        }
        return lines;
    }

    /** How many lines two ends of the texts have in common, for each pair of ends. */
    private static int[][] common(List<String> from, List<String> to) {
        var common = new int[from.size() + 1][to.size() + 1];
        for (int i = from.size() - 1; i >= 0; i--) {
            for (int j = to.size() - 1; j >= 0; j--) {
                common[i][j] = from.get(i).equals(to.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Line> changed(List<Line> all) {
        var changed = new ArrayList<Line>();
        for (int i = 0; i < all.size(); i++) {
            boolean near = all.get(i).change() != Change.STAYED
                    || (i > 0 && all.get(i - 1).change() != Change.STAYED)
                    || (i + 1 < all.size() && all.get(i + 1).change() != Change.STAYED);
            if (near && !all.get(i).text().isBlank()) {
                changed.add(all.get(i));
            }
        }
        return List.copyOf(changed);
    }
}
