package org.circlekeeper.movein.read;

import java.util.List;
import java.util.Locale;

/** What a column may hold, and the names that exports give it. */
public enum Column {
    CLIENT_ID(
            "client id",
            "Client ID",
            "Client Number",
            "Patient ID",
            "Patient Number",
            "Chart Number",
            "MRN",
            "Member No"),
    FIRST_NAME("first name", "First Name", "Firstname", "First", "Given Name", "Legal First Name"),
    MIDDLE_NAME("middle name", "Middle Name", "Middle", "Middle Initial"),
    LAST_NAME("last name", "Last Name", "Lastname", "Last", "Surname", "Family Name", "Legal Last Name"),
    FULL_NAME("full name", "Client", "Name", "Full Name", "Client Name", "Patient", "Patient Name"),
    BIRTH_DATE("birth date", "Date of Birth", "DOB", "Birth Date", "Birthdate", "Birthday"),
    SEX("sex", "Sex", "Gender", "Administrative Sex", "Sex Assigned at Birth"),
    EMAIL("e-mail", "Email", "E-mail", "Email Address"),
    PHONE("phone", "Mobile Phone", "Phone", "Mobile", "Cell", "Cell Phone", "Phone Number", "Home Phone"),
    ADDRESS("address", "Address", "Street", "Street Address", "Address 1", "Address Line 1"),
    ADDRESS_2("second address line", "Address 2", "Address Line 2", "Apartment", "Unit"),
    CITY("city", "City", "Town"),
    STATE("state", "State", "State Code"),
    ZIP("ZIP", "Zip", "Zip Code", "Postal", "Postal Code"),
    ACTIVE("status", "Status", "Client Status"),
    PAYER_NAME(
            "insurance",
            "Primary Insurance",
            "Insurance",
            "Payer",
            "Payer Name",
            "Insurance Company",
            "Primary " + "Payer"),
    PAYER_ID("payer id", "Payer ID", "Primary Payer ID", "Insurance Payer ID", "Electronic Payer ID"),
    MEMBER_ID("insurance id", "Insurance ID", "Member ID", "Subscriber ID", "Policy Number", "Primary Insurance ID"),
    GROUP_NUMBER("insurance group number", "Group Number", "Insurance Group Number", "Group No", "Policy Group"),
    RELATIONSHIP(
            "relationship to the subscriber",
            "Relationship",
            "Subscriber Relationship",
            "Relationship to " + "Subscriber",
            "Relationship to Insured"),
    SUBSCRIBER_FIRST("subscriber's first name", "Subscriber First Name", "Insured First Name"),
    SUBSCRIBER_LAST("subscriber's last name", "Subscriber Last Name", "Insured Last Name"),
    DIAGNOSIS("diagnosis", "Diagnosis", "Diagnoses", "Diagnosis Code", "Diagnosis Codes", "ICD-10", "ICD10", "Dx"),
    DATE_ADDED("date added", "Date Added", "Added", "Created", "Intake Date", "Start Date"),
    PART2_CONSENT("Part 2 consent", "Part 2 Consent", "42 CFR Part 2 Consent", "Part 2 Consent Date"),
    RESTRICTED("plan restricted", "Plan Restricted", "Restricted", "Do Not Bill Plan", "Paid in Full Restriction"),
    CREDENTIAL("credential", "Credential", "Credentials", "Title", "License Type"),
    NPI("NPI", "NPI", "NPI Number", "Individual NPI", "Rendering NPI"),
    TAXONOMY("taxonomy", "Taxonomy", "Taxonomy Code"),
    LICENSE("license", "License", "License Number", "Licence"),
    DATE("date", "Date", "Date of Service", "Service Date", "DOS", "Appointment Date", "Session Date"),
    START("start", "Start", "Start Time", "Time", "Appointment Time", "From"),
    END("end", "End", "End Time", "To"),
    MINUTES("minutes", "Minutes", "Duration", "Length", "Duration (minutes)", "Units in Minutes"),
    CLINICIAN(
            "clinician", "Clinician", "Provider", "Therapist", "Practitioner", "Rendering Provider", "Staff", "Leader"),
    CODE("CPT code", "CPT", "CPT Code", "Code", "Service Code", "Billing Code", "Procedure Code", "Service"),
    PLACE("place of service", "Place of Service", "POS", "Location Code"),
    TELEHEALTH("telehealth", "Telehealth", "Video", "Virtual", "Telemedicine"),
    PRESENCE("presence", "Presence", "Attendance", "Attendance Status", "Attended"),
    ARRIVED("arrived", "Arrived", "Arrival", "Time In", "In"),
    LEFT("left", "Left", "Departure", "Time Out", "Out"),
    RECORDED_BY("recorded by", "Recorded By", "Marked By", "Taken By"),
    RECORDED_AT("recorded at", "Recorded At", "Marked At", "Recorded On"),
    NOTE_SIGNED_BY("note signed by", "Note Signed By", "Signed By", "Note Signer"),
    NOTE_SIGNED_AT("note signed at", "Note Signed At", "Signed At", "Note Signed On");

    private final String label;
    private final List<String> names;

    Column(String label, String... names) {
        this.label = label;
        this.names = List.of(names);
    }

    /** As a sentence names it. */
    public String label() {
        return label;
    }

    /** Headers it is known by. */
    public List<String> names() {
        return names;
    }

    /** Headers differ in case, spaces and marks, and still mean the same. */
    static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
