insert into practice.payer (id, name, payer_id, filing_code)
select uuidv7(), 'Invented Health Plan ' || chr(64 + n), 'INVT' || n, 'CI'
  from generate_series(2, 8) n;
insert into eligibility.file_enrolment (id, payer_id, kind, state, on_day, clearinghouse, source, recorded_by, recorded_at)
select uuidv7(), id, '270', 'STANDS', '2026-01-01', 'Invented House', 'invented', 'seed', '2026-01-01'
  from practice.payer;
insert into practice.trust (duty, level, set_by, set_at) values ('verify-eligibility', 'ACT', 'seed', '2026-01-01');

update coverage.coverage c
   set payer_id = y.id,
       member_id = case substr(p.external_id, 2)::integer % 50
                       when 0 then 'INACTIVE'
                       when 1 then 'CARVEOUT'
                       when 2 then 'AMBIGUOUS'
                       when 3 then 'VISITLIMIT'
                       when 4 then 'AUTHORIZATIONNEEDED'
                       when 5 then 'WRONGMEMBERID'
                       else 'W'
                   end || (100000000 + substr(p.external_id, 2)::integer),
       relationship = case substr(p.external_id, 2)::integer % 10 when 9 then '19' else '18' end,
       subscriber_first = case substr(p.external_id, 2)::integer % 10 when 9 then 'Parent' else '' end,
       subscriber_last = case substr(p.external_id, 2)::integer % 10 when 9 then p.last_name else '' end
  from patients.patient p,
       (select id, row_number() over (order by payer_id) - 1 as nth from practice.payer) y
 where p.id = c.patient_id
   and y.nth = substr(p.external_id, 2)::integer % 8;

insert into scheduling.session (id, group_id, service_date, starts_at, ends_at, leader_id, place_of_service, status, origin)
select uuidv7(), g.id, day, (day + hour) at time zone 'America/Chicago',
       (day + hour + interval '1 hour') at time zone 'America/Chicago', g.leader_id, '11', 'PLANNED', 'planned'
  from roster.therapy_group g,
       lateral (select substr(g.name, 7)::integer / 10 as n) turn,
       lateral (select date '2026-11-24' + n % 7 as day, time '07:00' + n / 7 % 15 * interval '1 hour' as hour) days;
