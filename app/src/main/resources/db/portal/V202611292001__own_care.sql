-- What the practice writes down itself of the ages in a state: it stands before the line that is shipped. No age of own
-- care says that a minor may not consent there.
create table portal.age_rule (
    practice_id uuid not null default database.practice_id(),
    state       text not null check (state ~ '^[A-Z]{2}$'),
    topic       text not null check (topic in ('MAJORITY', 'OWN_CARE')),
    age         integer check (age between 10 and 21),
    conditions  text not null,
    source      text not null check (source <> ''),
    verified_on date,
    set_by      text not null,
    set_at      timestamptz not null,
    primary key (practice_id, state, topic),
    check (topic = 'OWN_CARE' or age is not null and age between 18 and 21)
);

-- That a minor consented to their own care: from that day they sign themselves (45 CFR 164.502(g)(3)(i)). Whether a parent
-- still sees what they saw is the state's to say (164.502(g)(3)(ii)): whoever records it chose, and wrote down why. found_by
-- says who found that the condition of the state's rule is met; empty where it has none.
create table portal.own_care (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    patient_id  uuid not null,
    first_day   date not null,
    document    text not null check (document <> ''),
    parents_stay boolean not null,
    parents_why text not null check (parents_why <> ''),
    found_by    text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    ended_by    text,
    ended_at    timestamptz,
    ended_why   text,
    primary key (practice_id, id),
    foreign key (practice_id, patient_id) references patients.patient on delete cascade,
    check ((ended_by is null) = (ended_at is null) and (ended_by is null) = (ended_why is null))
);
create unique index own_care_that_stands on portal.own_care (practice_id, patient_id) where ended_at is null;
create index on portal.own_care (practice_id, patient_id);

-- That a minor who decides about their care asked for whoever acts for them.
alter table portal.proxy add column asked_for boolean not null default false;

select database.keep_apart('portal.age_rule');
select database.keep_apart('portal.own_care');
grant select, insert, update, delete on portal.age_rule to circlekeeper_app;
grant select, insert, update on portal.own_care to circlekeeper_app;
