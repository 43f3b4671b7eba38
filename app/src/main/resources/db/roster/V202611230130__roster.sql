create schema roster;
grant usage on schema roster to circlekeeper_app;

create table roster.group_type (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    name        text not null,
    code        text not null,
    part2       boolean not null default false,
    primary key (practice_id, id),
    unique (practice_id, name)
);

create table roster.therapy_group (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    type_id     uuid not null,
    name        text not null,
    capacity    integer not null check (capacity between 2 and 40),
    leader_id   uuid not null,
    first_day   date not null,
    last_day    date,
    worked_on   boolean not null default false,
    primary key (practice_id, id),
    unique (practice_id, name),
    foreign key (practice_id, type_id) references roster.group_type,
    foreign key (practice_id, leader_id) references practice.practitioner
);

create table roster.membership (
    practice_id uuid not null default database.practice_id(),
    id          uuid not null,
    group_id    uuid not null,
    patient_id  uuid not null,
    first_day   date not null,
    last_day    date check (last_day >= first_day),
    end_reason  text,
    worked_on   boolean not null default false,
    primary key (practice_id, id),
    foreign key (practice_id, group_id) references roster.therapy_group,
    foreign key (practice_id, patient_id) references patients.patient
);
create index on roster.membership (practice_id, group_id, first_day);
create index on roster.membership (practice_id, patient_id);

create view roster.group_facts with (security_invoker = true) as
    select g.practice_id, g.id, g.name, g.capacity, g.leader_id, g.first_day, g.last_day,
           g.type_id, t.name as type_name, t.code, t.part2
      from roster.therapy_group g
      join roster.group_type t using (practice_id)
     where t.id = g.type_id;
create view roster.membership_facts with (security_invoker = true) as
    select practice_id, id, group_id, patient_id, first_day, last_day from roster.membership;

select database.keep_apart('roster.group_type');
select database.keep_apart('roster.therapy_group');
select database.keep_apart('roster.membership');
grant select, insert, update, delete on roster.group_type, roster.therapy_group, roster.membership to circlekeeper_app;
grant select on roster.group_facts, roster.membership_facts to circlekeeper_app;
