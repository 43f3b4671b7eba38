/** Signatures under papers: who signed what exactly, when and how, so that nobody can alter it unseen. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "terms",
            "database",
            "audit",
            "access",
            "frame",
            "assistant",
            "practice",
            "documents",
            "patients"
        })
package org.circlekeeper.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
