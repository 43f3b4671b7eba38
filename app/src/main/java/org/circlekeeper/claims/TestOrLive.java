package org.circlekeeper.claims;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether claims files say that they are for testing (ISA15): every file of a home that has not gone live does. */
@Component
class TestOrLive {

    private final boolean live;

    TestOrLive(@Value("${circlekeeper.live:false}") boolean live) {
        this.live = live;
    }

    boolean isTest() {
        return !live;
    }
}
