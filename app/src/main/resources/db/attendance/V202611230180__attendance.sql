create schema attendance;
grant usage on schema attendance to circlekeeper_app;

-- One member's seat in one session, and what is known of it now. No row, or UNMARKED, means that nobody has said.
create table attendance.encounter (
    practice_id      uuid not null default database.practice_id(),
    id               uuid not null,
    session_id       uuid not null,
    patient_id       uuid not null,
    presence         text not null check (presence in
                        ('UNMARKED', 'PRESENT', 'LATE', 'LEFT_EARLY', 'ABSENT', 'LATE_CANCEL', 'EXCUSED')),
    arrived          time,
    left_at          time,
    minutes          integer check (minutes >= 0),
    place_of_service text,
    recorded_by      text,
    recorded_at      timestamptz,
    primary key (practice_id, id),
    unique (practice_id, session_id, patient_id),
    foreign key (practice_id, session_id) references scheduling.session,
    foreign key (practice_id, patient_id) references patients.patient,
    -- Presence is recorded by a named person or it is not presence.
    check (presence = 'UNMARKED' or recorded_by is not null and recorded_at is not null)
);
create index on attendance.encounter (practice_id, patient_id);

-- Every mark ever made, in the order of making.
create table attendance.mark (
    practice_id  uuid not null default database.practice_id(),
    id           uuid not null,
    encounter_id uuid not null,
    presence     text not null,
    arrived      time,
    left_at      time,
    minutes      integer,
    reason       text,
    recorded_by  text not null,
    recorded_at  timestamptz not null,
    primary key (practice_id, id),
    foreign key (practice_id, encounter_id) references attendance.encounter on delete cascade
);
create index on attendance.mark (practice_id, encounter_id);

create table attendance.closing (
    practice_id uuid not null default database.practice_id(),
    session_id  uuid not null,
    closed_by   text not null,
    closed_at   timestamptz not null,
    source      text not null check (source in ('sheet', 'import')),
    primary key (practice_id, session_id),
    foreign key (practice_id, session_id) references scheduling.session
);

create view attendance.encounter_facts with (security_invoker = true) as
    select practice_id, id, session_id, patient_id, presence, arrived, left_at, minutes, place_of_service,
           recorded_by, recorded_at
      from attendance.encounter;
create view attendance.closing_facts with (security_invoker = true) as
    select practice_id, session_id, closed_by, closed_at, source from attendance.closing;
-- Who was expected: whoever is on the sheet, and until a planned session is closed everyone with a seat that day.
create view attendance.seat_facts with (security_invoker = true) as
    select e.practice_id, e.session_id, e.patient_id, e.id as encounter_id, e.presence
      from attendance.encounter e
    union all
    select s.practice_id, s.id, m.patient_id, null, 'UNMARKED'
      from scheduling.session_facts s
      join roster.membership_facts m
        on m.practice_id = s.practice_id
       and m.group_id = s.group_id
       and m.first_day <= s.service_date
       and (m.last_day is null or m.last_day >= s.service_date)
     where s.status = 'PLANNED'
       and s.origin = 'planned'
       and not exists (select from attendance.closing c
                        where c.practice_id = s.practice_id and c.session_id = s.id)
       and not exists (select from attendance.encounter e
                        where e.practice_id = s.practice_id and e.session_id = s.id and e.patient_id = m.patient_id);

select database.keep_apart('attendance.encounter');
select database.keep_apart('attendance.mark');
select database.keep_apart('attendance.closing');
grant select, insert, update, delete on attendance.encounter, attendance.closing to circlekeeper_app;
grant select, insert, delete on attendance.mark to circlekeeper_app;
grant select on attendance.encounter_facts, attendance.closing_facts, attendance.seat_facts to circlekeeper_app;
