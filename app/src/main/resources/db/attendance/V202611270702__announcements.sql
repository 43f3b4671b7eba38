-- A member, or somebody for them, said beforehand that they cannot come. It marks nobody absent: what happened is said by
-- the session's leader. At most one stands for a seat; one that was taken back is kept.
create table attendance.announcement (
    practice_id   uuid not null default database.practice_id(),
    id            uuid not null,
    session_id    uuid not null,
    patient_id    uuid not null,
    said_by       text not null,
    said_at       timestamptz not null,
    taken_back_by text,
    taken_back_at timestamptz,
    primary key (practice_id, id),
    foreign key (practice_id, session_id) references scheduling.session on delete cascade,
    foreign key (practice_id, patient_id) references patients.patient on delete cascade,
    check ((taken_back_by is null) = (taken_back_at is null))
);
create unique index announcement_that_stands on attendance.announcement (practice_id, session_id, patient_id)
    where taken_back_at is null;

create view attendance.announcement_facts with (security_invoker = true) as
    select practice_id, session_id, patient_id, said_by, said_at
      from attendance.announcement
     where taken_back_at is null;

select database.keep_apart('attendance.announcement');
grant select, insert, update on attendance.announcement to circlekeeper_app;
grant select on attendance.announcement_facts to circlekeeper_app;
