package org.circlekeeper.signing;

/**
 * From where somebody signed (UETA, section 9).
 *
 * @param address of the network it came from
 * @param userAgent what the browser says of itself
 * @param signInSha256 of the token of the sign-in, in hexadecimal digits; never the token
 */
public record Attribution(String address, String userAgent, String signInSha256) {

    private static final int LONGEST = 500;

    public Attribution {
        address = line(address);
        userAgent = line(userAgent);
        signInSha256 = line(signInSha256);
    }

    private static String line(String text) {
        var plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
    }
}
