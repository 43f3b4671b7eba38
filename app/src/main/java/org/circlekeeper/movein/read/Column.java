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
            "Member No", "Client Number", "Client Code", "Client Identifier", "Client Guid", "Patient Guid", "Account Number", "Account No", "Account", "Acct No", "Record Number", "Medical Record Number", "External ID", "ID"),
    FIRST_NAME("first name", "First Name", "Firstname", "First", "Given Name", "Legal First Name", "Client First Name", "Forename", "Preferred First Name"),
    MIDDLE_NAME("middle name", "Middle Name", "Middle", "Middle Initial"),
    LAST_NAME("last name", "Last Name", "Lastname", "Last", "Surname", "Family Name", "Legal Last Name", "Client Last Name"),
    FULL_NAME("full name", "Client", "Name", "Full Name", "Client Name", "Patient", "Patient Name", "Client Full Name", "Patient Full Name", "Member Name", "Attendee", "Participant", "Staff Name", "Clinician Name", "Provider Name", "Clinician", "Provider"),
    BIRTH_DATE("birth date", "Date of Birth", "DOB", "Birth Date", "Birthdate", "Birthday", "Client Date of Birth", "Date Of Birth (DOB)", "Birth Day", "Born On"),
    SEX("sex", "Sex", "Gender", "Administrative Sex", "Sex Assigned at Birth", "Legal Sex", "Sex at Birth", "Gender Code"),
    EMAIL("e-mail", "Email", "E-mail", "Email Address", "Email 1", "Primary Email"),
    PHONE("phone", "Mobile Phone", "Phone", "Mobile", "Cell", "Cell Phone", "Phone Number", "Home Phone", "Primary Phone", "Cell Number", "Mobile Number", "Telephone", "Phone 1"),
    ADDRESS("address", "Address", "Street", "Street Address", "Address 1", "Address Line 1", "Street Address 1", "Street 1", "Address1", "Mailing Address", "Home Address"),
    ADDRESS_2("second address line", "Address 2", "Address Line 2", "Apartment", "Unit", "Street Address 2", "Street 2", "Apt", "Suite"),
    CITY("city", "City", "Town"),
    STATE("state", "State", "State Code", "Province", "State/Province"),
    ZIP("ZIP", "Zip", "Zip Code", "Postal", "Postal Code", "Postcode", "Zip/Postal Code", "ZIP+4"),
    ACTIVE("status", "Status", "Client Status"),
    PAYER_NAME(
            "insurance",
            "Primary Insurance",
            "Insurance",
            "Payer",
            "Payer Name",
            "Insurance Company",
            "Primary Payer", "Primary Insurance Name", "Primary Insurance Company", "Primary Insurance Plan Name", "Insurance Name", "Insurance Carrier", "Carrier", "Insurance Provider", "Primary Insurance Payer", "Insurance Payer", "Insurance Plan", "Plan Name"),
    PAYER_ID("payer id", "Payer ID", "Primary Payer ID", "Insurance Payer ID", "Electronic Payer ID", "Primary Insurance Payer ID", "EDI Payer ID", "Payer Number", "Payer Code", "Insurance Company ID"),
    MEMBER_ID("insurance id", "Insurance ID", "Member ID", "Subscriber ID", "Policy Number", "Primary Insurance ID", "Primary Member ID", "Primary Insurance Member ID", "Primary Insurance Policy Number", "Insurance Member ID", "Insurance Policy Number", "Primary Policy Number", "Insured ID", "Policy ID", "Policy No", "Member Number", "Subscriber Number", "Primary Subscriber ID"),
    GROUP_NUMBER("insurance group number", "Group Number", "Insurance Group Number", "Group No", "Policy Group"),
    RELATIONSHIP(
            "relationship to the subscriber",
            "Relationship",
            "Subscriber Relationship",
            "Relationship to Subscriber",
            "Relationship to Insured"),
    SUBSCRIBER_FIRST("subscriber's first name", "Subscriber First Name", "Insured First Name"),
    SUBSCRIBER_LAST("subscriber's last name", "Subscriber Last Name", "Insured Last Name"),
    DIAGNOSIS("diagnosis", "Diagnosis", "Diagnoses", "Diagnosis Code", "Diagnosis Codes", "ICD-10", "ICD10", "Dx", "Primary Diagnosis", "Diagnosis 1", "Dx Code", "Dx Codes", "ICD-10 Code", "ICD 10 Code", "ICD-10 Codes", "Primary Dx"),
    DATE_ADDED("date added", "Date Added", "Added", "Created", "Intake Date", "Start Date", "Created At", "Created Date", "Date Created", "Client Since", "Admission Date", "Registered"),
    PART2_CONSENT("Part 2 consent", "Part 2 Consent", "42 CFR Part 2 Consent", "Part 2 Consent Date"),
    RESTRICTED("plan restricted", "Plan Restricted", "Restricted", "Do Not Bill Plan", "Paid in Full Restriction"),
    CREDENTIAL("credential", "Credential", "Credentials", "Title", "License Type"),
    NPI("NPI", "NPI", "NPI Number", "Individual NPI", "Rendering NPI", "NPI #", "Provider NPI", "Clinician NPI", "NPI Type 1"),
    TAXONOMY("taxonomy", "Taxonomy", "Taxonomy Code", "Provider Taxonomy", "NUCC Code"),
    LICENSE("license", "License", "License Number", "Licence", "License #", "State License"),
    DATE("date", "Date", "Date of Service", "Service Date", "DOS", "Appointment Date", "Session Date", "Service Start Date", "Visit Date", "Appt Date", "Day", "Start Date", "Session Day", "Scheduled Date", "Date/Time", "Appointment Date/Time"),
    START("start", "Start", "Start Time", "Time", "Appointment Time", "From", "Begin", "Begin Time", "Start At", "Starts At", "Session Start", "Appt Time", "Scheduled Start", "Scheduled Time", "Time of Service", "Session Time", "Date/Time", "Appointment Date/Time", "Date and Time", "Start Date/Time"),
    END("end", "End", "End Time", "To", "End At", "Ends At", "Session End", "Finish", "Finish Time", "Stop", "Stop Time", "Until", "Scheduled End", "End Date/Time"),
    MINUTES("minutes", "Minutes", "Duration", "Length", "Duration (minutes)", "Units in Minutes", "Duration (min)", "Duration (mins)", "Duration in Minutes", "Mins", "Min", "Session Length", "Length (min)", "Length (minutes)", "Appointment Length", "Scheduled Duration"),
    CLINICIAN(
            "clinician", "Clinician", "Provider", "Therapist", "Practitioner", "Rendering Provider", "Staff", "Leader", "Clinician Name", "Provider Name", "Therapist Name", "Practitioner Name", "Staff Member", "Staff Name", "Counselor", "Facilitator", "Group Leader", "Rendering Provider Name", "Rendering Clinician", "Primary Clinician", "Assigned To", "Clinician(s)", "Rendering NPI", "Clinician NPI"),
    CODE("CPT code", "CPT", "CPT Code", "Code", "Service Code", "Billing Code", "Procedure Code", "Service", "CPT Codes", "CPT/HCPCS", "Billing Codes", "Procedure", "Proc Code", "HCPCS", "Service Type", "Service Name", "Appointment Type", "Treatment"),
    PLACE("place of service", "Place of Service", "POS", "Location Code", "Location", "Service Location", "Office Location", "Location Name", "Appointment Location", "Place of Service Code", "Modality"),
    TELEHEALTH("telehealth", "Telehealth", "Video", "Virtual", "Telemedicine", "Is Telehealth", "Session Format", "Format", "Visit Type", "Delivery"),
    PRESENCE("presence", "Presence", "Attendance", "Attendance Status", "Attended", "Attendance Mark", "Attendance Outcome", "Outcome", "Show Status", "Status", "Appointment Status"),
    ARRIVED("arrived", "Arrived", "Arrival", "Time In", "In", "Arrival Time", "Check In", "Check-In Time", "Joined At"),
    LEFT("left", "Left", "Departure", "Time Out", "Out", "Departure Time", "Check Out", "Check-Out Time", "Left At"),
    RECORDED_BY("recorded by", "Recorded By", "Marked By", "Taken By", "Attendance Recorded By", "Attendance Taken By", "Attendance By", "Entered By", "Documented By", "Status Set By", "Logged By", "Confirmed By", "Checked In By"),
    RECORDED_AT("recorded at", "Recorded At", "Marked At", "Recorded On", "Attendance Recorded At", "Attendance Recorded On", "Taken At", "Entered At", "Entered On", "Documented At", "Logged At", "Recorded Date"),
    NOTE_SIGNED_BY("note signed by", "Note Signed By", "Signed By", "Note Signer", "Progress Note Signed By", "Note Author", "Note Locked By", "Locked By"),
    NOTE_SIGNED_AT("note signed at", "Note Signed At", "Signed At", "Note Signed On", "Progress Note Signed At", "Note Signed Date", "Note Locked At", "Locked At", "Note Date Signed");

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

    /** Headers differ in case, spaces and marks, and still mean the same; {@code #} is a number. */
    static String plain(String header) {
        return header.toLowerCase(Locale.ROOT).replace("#", "number").replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The same without whose it is: {@code Patient Date of Birth} is a date of birth. */
    static String ofWhomever(String header) {
        return plain(header).replaceFirst("^(clients?|patients?|primary)(?=.)", "");
    }
}
