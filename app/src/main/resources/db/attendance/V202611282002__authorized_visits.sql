-- Which visit takes which unit of an authorization. Two visits never have the same place, and no place lies beyond the
-- units that the payer gave: whoever comes at the same moment as another finds the place taken.
create table attendance.authorized_visit (
    practice_id      uuid not null default database.practice_id(),
    encounter_id     uuid not null,
    authorization_id uuid not null,
    of_units         integer not null,
    place            integer not null,
    taken_at         timestamptz not null,
    primary key (practice_id, encounter_id),
    constraint one_visit_in_a_place unique (practice_id, authorization_id, place) deferrable,
    constraint no_place_beyond_the_units check (place between 1 and of_units),
    foreign key (practice_id, encounter_id) references attendance.encounter on delete cascade,
    foreign key (practice_id, authorization_id, of_units)
        references coverage.authorization (practice_id, id, units) on update cascade on delete cascade
);
create view attendance.authorized_visit_facts with (security_invoker = true) as
    select practice_id, encounter_id, authorization_id, place from attendance.authorized_visit;

-- Visits from before: what a claim carries first, then in the order of time, the authorization that ends first. What a
-- member keeps from the plan takes none.
alter table attendance.encounter no force row level security;
alter table scheduling.session no force row level security;
alter table roster.therapy_group no force row level security;
alter table roster.group_type no force row level security;
alter table coverage.coverage no force row level security;
alter table coverage.authorization no force row level security;
alter table claims.claim no force row level security;
alter table compliance.plan_restriction no force row level security;
do
$$
declare
    visit record;
begin
    for visit in
        select e.practice_id, e.id, e.patient_id, e.recorded_at, s.service_date, t.code,
               (select v.payer_id
                  from coverage.coverage v
                 where v.practice_id = e.practice_id
                   and v.patient_id = e.patient_id
                   and v.first_day <= s.service_date
                   and (v.last_day is null or v.last_day >= s.service_date)
                 order by v.rank, v.first_day desc, v.id
                 limit 1) as payer_id,
               (select c.authorization_number
                  from claims.claim c
                 where c.practice_id = e.practice_id
                   and c.encounter_id = e.id
                   and c.status not in ('HELD', 'VOIDED')
                 limit 1) as claimed
          from attendance.encounter e
          join scheduling.session s on s.practice_id = e.practice_id and s.id = e.session_id
          join roster.therapy_group g on g.practice_id = s.practice_id and g.id = s.group_id
          join roster.group_type t on t.practice_id = g.practice_id and t.id = g.type_id
         where e.presence in ('PRESENT', 'LATE', 'LEFT_EARLY')
           and s.status = 'PLANNED'
           and exists (select from coverage.authorization a
                        where a.practice_id = e.practice_id and a.patient_id = e.patient_id)
           and not exists (select from compliance.plan_restriction r
                            where r.practice_id = e.practice_id
                              and r.session_id = e.session_id
                              and r.patient_id = e.patient_id
                              and r.lifted_at is null)
         order by exists (select from claims.claim c
                           where c.practice_id = e.practice_id
                             and c.encounter_id = e.id
                             and c.authorization_number is not null
                             and c.status not in ('HELD', 'VOIDED')) desc,
               s.starts_at, e.id
    loop
        insert into attendance.authorized_visit (practice_id, encounter_id, authorization_id, of_units, place, taken_at)
        select a.practice_id, visit.id, a.id, a.units, taken.visits + 1, visit.recorded_at
          from coverage.authorization a
         cross join lateral (select count(*) as visits
                               from attendance.authorized_visit u
                              where u.practice_id = a.practice_id and u.authorization_id = a.id) taken
         where a.practice_id = visit.practice_id
           and a.patient_id = visit.patient_id
           and a.payer_id = visit.payer_id
           and a.code = visit.code
           and visit.service_date between a.first_day and a.last_day
           and taken.visits < a.units
         order by a.number is distinct from visit.claimed, a.last_day, a.id
         limit 1;
    end loop;
end
$$;
alter table attendance.encounter force row level security;
alter table scheduling.session force row level security;
alter table roster.therapy_group force row level security;
alter table roster.group_type force row level security;
alter table coverage.coverage force row level security;
alter table coverage.authorization force row level security;
alter table claims.claim force row level security;
alter table compliance.plan_restriction force row level security;

select database.keep_apart('attendance.authorized_visit');
grant select, insert, update, delete on attendance.authorized_visit to circlekeeper_app;
grant select on attendance.authorized_visit_facts to circlekeeper_app;
