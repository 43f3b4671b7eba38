package org.circlekeeper.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address under which somebody reached this server. No other name than its own is ever answered. */
final class OwnAddress {

    private OwnAddress() {}

    static String of(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }
}
