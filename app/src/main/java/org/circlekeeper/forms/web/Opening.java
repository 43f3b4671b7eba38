package org.circlekeeper.forms.web;

import org.circlekeeper.forms.Form;
import org.circlekeeper.forms.FormId;
import org.circlekeeper.forms.FormLibrary;
import org.circlekeeper.forms.Language;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Finds what an address names, or answers that nothing is here. */
final class Opening {

    private Opening() {}

    static Form form(FormLibrary library, FormId id) {
        return library.find(id).orElseThrow(Opening::nothing);
    }

    static Language language(String tag) {
        return Language.tagged(tag).orElseThrow(Opening::nothing);
    }

    static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
