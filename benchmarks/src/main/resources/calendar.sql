insert into practice.practice (name, outside_name, npi, tax_id, taxonomy, phone, line, city, state, zip, zone, profile,
                               created_at)
values ('Small House', 'SH Office', '1999999984', '990000909', '261QM0801X', '3125550100', '1 Invented Street', 'Chicago', 'IL',
        '606140101', 'America/Chicago', 'SMALL', '2026-01-01');

insert into practice.practitioner (id, first_name, last_name, credential, npi, taxonomy)
select uuidv7(), 'Leader', 'Invented' || chr(64 + n::integer), 'LCSW', npi, '1041C0700X'
  from unnest(:npis::text[]) with ordinality leader(npi, n);

insert into practice.holiday (day, name) values ('2026-11-26', 'Thanksgiving Day'), ('2026-12-25', 'Christmas Day'),
       ('2027-01-01', 'New Year''s Day'), ('2027-01-18', 'Birthday of Martin Luther King, Jr.'),
       ('2027-02-15', 'Washington''s Birthday'), ('2027-05-31', 'Memorial Day'), ('2027-06-18', 'Juneteenth, observed'),
       ('2027-07-05', 'Independence Day, observed'), ('2027-09-06', 'Labor Day'), ('2027-10-11', 'Columbus Day'),
       ('2027-11-11', 'Veterans Day');

insert into scheduling.room (id, name, seats) select uuidv7(), 'Room ' || n, 12 from generate_series(1, :groups) n;

insert into roster.group_type (id, name, code) values (uuidv7(), 'Process group', '90853');
insert into roster.therapy_group (id, type_id, name, capacity, leader_id, first_day)
select uuidv7(), t.id, 'Group ' || n, 10, (array_agg(l.id order by l.npi))[1 + n % count(*)], '2026-01-01'
  from generate_series(1, :groups) n, roster.group_type t, practice.practitioner l
 group by n, t.id;

insert into scheduling.series (id, group_id, rrule, start_time, minutes, first_day, place_of_service, room_id)
select uuidv7(), g.id, 'FREQ=WEEKLY;BYDAY=' || (array ['MO', 'TU', 'WE', 'TH', 'FR'])[1 + substr(g.name, 7)::integer % 5],
       time '17:00' + make_interval(hours => substr(g.name, 7)::integer % 3), 75, '2026-01-05', '11', r.id
  from roster.therapy_group g
  join scheduling.room r on substr(r.name, 6) = substr(g.name, 7)
