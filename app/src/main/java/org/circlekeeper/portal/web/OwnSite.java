package org.circlekeeper.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.circlekeeper.portal.PasskeySite;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** For which site a request makes or uses passkeys. */
@Component
class OwnSite {

    private final String configured;

    OwnSite(@Value("${CIRCLEKEEPER_ADDRESS:}") String configured) {
        this.configured = configured.strip();
    }

    /** Empty where there are none. */
    Optional<PasskeySite> of(HttpServletRequest request) {
        return PasskeySite.of(configured, OwnAddress.of(request));
    }
}
