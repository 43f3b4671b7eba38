package org.circlekeeper.frame;

/** The square on which a QR code is drawn: its marks, and the words that run up and down between them. */
final class QrBoard {

    /** Where the middles of the small marks are, by version; the first has none. */
    private static final int[][] MIDDLES = {
        {}, {6, 18}, {6, 22}, {6, 26}, {6, 30}, {6, 34}, {6, 22, 38}, {6, 24, 42}, {6, 26, 46}, {6, 28, 50}
    };

    private static final int CHECK_OF_FORMAT = 0x537;
    private static final int OVER_FORMAT = 0x5412;
    private static final int CHECK_OF_VERSION = 0x1F25;

    private final int size;
    private final boolean[][] dark;
    private final boolean[][] isFixed;

    private QrBoard(int version) {
        size = 17 + 4 * version;
        dark = new boolean[size][size];
        isFixed = new boolean[size][size];
    }

    static QrBoard of(int version, byte[] words) {
        var board = new QrBoard(version);
        board.marks(version);
        board.format();
        board.version(version);
        board.write(words);
        return board;
    }

    int size() {
        return size;
    }

    /** Outside of the board it is light. */
    boolean isDark(int x, int y) {
        return x >= 0 && y >= 0 && x < size && y < size && dark[y][x];
    }

    private void fix(int x, int y, boolean isDark) {
        if (x >= 0 && y >= 0 && x < size && y < size) {
            dark[y][x] = isDark;
            isFixed[y][x] = true;
        }
    }

    private void marks(int version) {
        for (int i = 0; i < size; i++) {
            fix(i, 6, i % 2 == 0);
            fix(6, i, i % 2 == 0);
        }
        rings(3, 3, 4);
        rings(size - 4, 3, 4);
        rings(3, size - 4, 4);
        var middles = MIDDLES[version - 1];
        for (int x : middles) {
            for (int y : middles) {
                boolean inCorner = (x == 6 && y == 6) || (x == 6 && y == size - 7) || (x == size - 7 && y == 6);
                if (!inCorner) {
                    rings(x, y, 2);
                }
            }
        }
        fix(8, size - 8, true);
    }

    /** Rings around a middle, dark and light in turn; a large mark has a light ring around it. */
    private void rings(int middleX, int middleY, int reach) {
        for (int y = -reach; y <= reach; y++) {
            for (int x = -reach; x <= reach; x++) {
                int ring = Math.max(Math.abs(x), Math.abs(y));
                fix(middleX + x, middleY + y, reach == 2 ? ring != 1 : ring != 2 && ring != 4);
            }
        }
    }

    /** Level M and the first mask, twice, with their check. */
    private void format() {
        int format = 0;
        int check = format;
        for (int i = 0; i < 10; i++) {
            check = (check << 1) ^ ((check >>> 9) * CHECK_OF_FORMAT);
        }
        int bits = ((format << 10) | check) ^ OVER_FORMAT;
        for (int i = 0; i < 15; i++) {
            boolean bit = ((bits >>> i) & 1) != 0;
            if (i < 6) {
                fix(8, i, bit);
            } else if (i < 8) {
                fix(8, i + 1, bit);
            } else {
                fix(i == 8 ? 7 : 14 - i, 8, bit);
            }
            if (i < 8) {
                fix(size - 1 - i, 8, bit);
            } else {
                fix(8, size - 15 + i, bit);
            }
        }
    }

    private void version(int version) {
        if (version < 7) {
            return;
        }
        int check = version;
        for (int i = 0; i < 12; i++) {
            check = (check << 1) ^ ((check >>> 11) * CHECK_OF_VERSION);
        }
        int bits = (version << 12) | check;
        for (int i = 0; i < 18; i++) {
            boolean bit = ((bits >>> i) & 1) != 0;
            fix(size - 11 + i % 3, i / 3, bit);
            fix(i / 3, size - 11 + i % 3, bit);
        }
    }

    /** From the lower right, two columns at a time, up and down; the first mask turns every second module over. */
    private void write(byte[] words) {
        int bit = 0;
        for (int right = size - 1; right >= 1; right -= 2) {
            int column = right <= 6 ? right - 1 : right;
            boolean up = ((column + 1) & 2) == 0;
            for (int step = 0; step < size; step++) {
                int y = up ? size - 1 - step : step;
                for (int x = column; x > column - 2; x--) {
                    if (!isFixed[y][x]) {
                        boolean one = bit < words.length * 8 && ((words[bit / 8] >>> (7 - bit % 8)) & 1) != 0;
                        dark[y][x] = one != ((x + y) % 2 == 0);
                        bit++;
                    }
                }
            }
        }
    }
}
