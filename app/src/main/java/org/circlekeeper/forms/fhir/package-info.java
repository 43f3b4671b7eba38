/** Forms as FHIR R4 Questionnaire resources in JSON: written, and read within the subset that is kept here. */
@NullMarked
package org.circlekeeper.forms.fhir;

import org.jspecify.annotations.NullMarked;
