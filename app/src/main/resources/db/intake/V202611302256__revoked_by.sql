-- Whose word ended a consent, and how it reached the practice (42 CFR 2.31(a)(6)). Empty where the consent stands, and
-- where it was ended before anybody asked for that.
alter table intake.part2_consent
    add column revoked_by  text not null default '',
    add column revoked_why text not null default '';
