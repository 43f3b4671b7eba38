package org.circlekeeper.x12.review;

/**
 * How many visits are asked for (HSD): so many in all, or so many each week for some weeks.
 *
 * @param aWeek visits of each week; 0 when only their number is told
 * @param weeks 0 when only their number is told
 */
public record RequestedVisits(int total, int aWeek, int weeks) {

    public RequestedVisits {
        boolean plain = aWeek == 0 && weeks == 0;
        boolean pattern = aWeek > 0 && weeks > 0 && total == aWeek * weeks;
        if (total < 1 || !(plain || pattern)) {
            throw new IllegalArgumentException("Visits are a number, or so many a week for some weeks");
        }
    }

    public static RequestedVisits of(int total) {
        return new RequestedVisits(total, 0, 0);
    }

    public static RequestedVisits weekly(int aWeek, int weeks) {
        return new RequestedVisits(aWeek * weeks, aWeek, weeks);
    }
}
