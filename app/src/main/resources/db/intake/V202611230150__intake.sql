create schema intake;
grant usage on schema intake to circlekeeper_app;

-- A consent under 42 CFR 2.31 to disclose records of a substance-use programme for payment.
create table intake.part2_consent (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    patient_id  uuid not null,
    signed_on   date not null,
    expires_on  date,
    revoked_on  date,
    kept_in     text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patients.patient
);
create index on intake.part2_consent (practice_id, patient_id);

create view intake.part2_consent_facts with (security_invoker = true) as
    select practice_id, patient_id, signed_on, expires_on, revoked_on from intake.part2_consent;

select database.keep_apart('intake.part2_consent');
grant select, insert, update, delete on intake.part2_consent to circlekeeper_app;
grant select on intake.part2_consent_facts to circlekeeper_app;
