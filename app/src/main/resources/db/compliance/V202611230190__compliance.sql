create schema compliance;
grant usage on schema compliance to circlekeeper_app;

-- A session that the member paid in full and that the plan must not learn of (45 CFR 164.522(a)(1)(vi)).
create table compliance.plan_restriction (
    practice_id  uuid not null default database.practice_id(),
    session_id   uuid not null,
    patient_id   uuid not null,
    requested_on date not null,
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    lifted_at    timestamptz,
    primary key (practice_id, session_id, patient_id),
    foreign key (practice_id, session_id) references scheduling.session,
    foreign key (practice_id, patient_id) references patients.patient
);

create view compliance.plan_restriction_facts with (security_invoker = true) as
    select practice_id, session_id, patient_id, lifted_at from compliance.plan_restriction;

select database.keep_apart('compliance.plan_restriction');
grant select, insert, update, delete on compliance.plan_restriction to circlekeeper_app;
grant select on compliance.plan_restriction_facts to circlekeeper_app;
