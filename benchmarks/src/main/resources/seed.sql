insert into practice.practice (name, outside_name, npi, tax_id, taxonomy, phone, line, city, state, zip, zone, profile,
                               created_at)
values ('Large House', 'LH Office', '1999999984', '990000909', '261QM0801X', '3125550100', '1 Invented Street', 'Chicago', 'IL',
        '606140101', 'America/Chicago', 'FIRM', '2026-01-01');

insert into practice.practitioner (id, first_name, last_name, credential, npi, taxonomy)
select uuidv7(), 'Leader', 'Invented' || chr(64 + n::integer), 'LCSW', npi, '1041C0700X'
  from unnest(:npis::text[]) with ordinality leader(npi, n);

insert into practice.payer (id, name, payer_id, filing_code) values (uuidv7(), 'Evergreen Mutual', 'EVERG', 'CI');
insert into practice.fee (code, first_day, fee_cents) values ('90853', '2026-01-01', 6500);
insert into practice.enrolment (id, practitioner_id, payer_id, billing_npi, enrolled, first_day, source, recorded_by,
                                recorded_at)
select uuidv7(), l.id, y.id, '1999999984', true, '2026-01-01', 'invented', 'seed', '2026-01-01'
  from practice.practitioner l, practice.payer y;

insert into roster.group_type (id, name, code) values (uuidv7(), 'Process group', '90853');
insert into roster.therapy_group (id, type_id, name, capacity, leader_id, first_day)
select uuidv7(), t.id, 'Group ' || n, 10, (array_agg(l.id order by l.npi))[1 + n % count(*)], '2026-01-01'
  from generate_series(1, :groups) n, roster.group_type t, practice.practitioner l
 group by n, t.id;

insert into patients.patient (id, external_id, first_name, last_name, birth_date, sex, line, city, state, zip, added_at)
select uuidv7(), 'C' || n, 'Person', 'Invented' || translate(n::text, '0123456789', 'abcdefghij'),
       date '1960-01-01' + (n * 37 % 15000)::integer, case n % 2 when 0 then 'F' else 'M' end,
       n || ' Invented Avenue', 'Chicago', 'IL', '60614', '2026-01-01'
  from generate_series(1, :groups * 10) n;
insert into roster.membership (id, group_id, patient_id, first_day)
select uuidv7(), g.id, p.id, '2026-01-01'
  from roster.therapy_group g
  join patients.patient p on (substr(p.external_id, 2)::integer + 9) / 10 = substr(g.name, 7)::integer;
insert into roster.seat (holder_id, group_id, chair, capacity, days, offered)
select m.id, m.group_id, 1 + substr(p.external_id, 2)::integer % 10, 10, daterange(m.first_day, null), false
  from roster.membership m
  join patients.patient p on p.id = m.patient_id;
insert into coverage.coverage (id, patient_id, payer_id, rank, member_id, first_day, source, recorded_at)
select uuidv7(), p.id, y.id, 'P', 'W' || (100000000 + substr(p.external_id, 2)::integer), '2026-01-01', 'card seen',
       '2026-01-01'
  from patients.patient p, practice.payer y;
insert into charts.diagnosis (id, patient_id, rank, code, first_day, recorded_at)
select uuidv7(), id, 1, 'F41.1', '2026-01-01', '2026-01-01' from patients.patient;
insert into charts.treatment_plan (id, patient_id, first_day, last_day, signed_by, kept_in, recorded_by, recorded_at)
select uuidv7(), id, '2026-07-01', '2026-12-31', 'Leader Invented, LCSW', 'paper chart', 'seed', '2026-07-01'
  from patients.patient;

insert into scheduling.session (id, group_id, service_date, starts_at, ends_at, leader_id, place_of_service, status, origin)
select uuidv7(), g.id, day, day + time '17:00' at time zone 'America/Chicago',
       day + time '18:15' at time zone 'America/Chicago', g.leader_id, '11', 'PLANNED', 'planned'
  from roster.therapy_group g,
       lateral (select date '2026-11-23' - 7 * week + (substr(g.name, 7)::integer % 5) as day
                  from generate_series(1, :weeks) week) days;
insert into attendance.encounter (id, session_id, patient_id, presence, minutes, recorded_by, recorded_at)
select uuidv7(), s.id, m.patient_id, 'PRESENT', 75, 'Leader Invented', s.ends_at
  from scheduling.session s
  join roster.membership m on m.group_id = s.group_id;
insert into attendance.closing (session_id, closed_by, closed_at, source)
select id, 'Leader Invented', ends_at, 'sheet' from scheduling.session;
insert into charts.signed_note (session_id, patient_id, signed_by, signed_at, kept_in, attested, recorded_at)
select e.session_id, e.patient_id, 'Leader Invented, LCSW', e.recorded_at, 'paper chart', false, e.recorded_at
  from attendance.encounter e;

insert into practice.trust (duty, level, set_by, set_at) values ('prepare-claims', 'ACT', 'seed', '2026-01-01');
