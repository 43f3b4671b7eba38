insert into scheduling.session (id, group_id, service_date, starts_at, ends_at, leader_id, place_of_service, status, origin)
select uuidv7(), g.id, day, day + time '17:00' at time zone 'America/Chicago',
       day + time '18:15' at time zone 'America/Chicago', g.leader_id, '11', 'PLANNED', 'planned'
  from roster.therapy_group g,
       lateral (select date '2026-11-23' + substr(g.name, 7)::integer % 5 as day) days;
delete from charts.signed_note n
 using scheduling.session s
 where s.id = n.session_id
   and s.service_date >= '2026-11-16';
update practice.trust set level = 'ACT';
insert into practice.trust (duty, level, set_by, set_at) values ('ask-for-notes', 'ACT', 'seed', '2026-01-01');
insert into waitlist.entry (id, type_id, first_name, last_name, phone, email, language, level, weekdays, day_parts,
                            note, came_by, part2, status, since, moved_at, screen_at)
select uuidv7(), t.id, 'Invented', 'Person', '', '', 'en', '', '', '', '', 'CALL', t.part2, 'SCREEN_SCHEDULED',
       '2026-11-01', '2026-11-01', '2026-11-20'
  from roster.group_type t,
       generate_series(1, 3);
