-- A mark that was taken back stays, with who took it back. What former records said is a mark too: both versions are kept.
alter table attendance.mark
    add column source        text not null default 'sheet' check (source in ('sheet', 'import')),
    add column taken_back_at timestamptz,
    add column taken_back_by text,
    add check ((taken_back_at is null) = (taken_back_by is null));

-- Presence that came without a mark came with an import. It is older than every mark that was made here, and so is the id of
-- its seat. The owner of the tables looks past the policies while it does so.
alter table attendance.encounter no force row level security;
alter table attendance.mark no force row level security;
insert into attendance.mark (practice_id, id, encounter_id, presence, arrived, left_at, minutes, recorded_by, recorded_at,
                             source)
select e.practice_id, e.id, e.id, e.presence, e.arrived, e.left_at, e.minutes, e.recorded_by, e.recorded_at, 'import'
  from attendance.encounter e
 where e.recorded_by is not null
   and not exists (select from attendance.mark m
                    where m.practice_id = e.practice_id and m.encounter_id = e.id);
alter table attendance.encounter force row level security;
alter table attendance.mark force row level security;

revoke delete on attendance.mark from circlekeeper_app;
grant update (taken_back_at, taken_back_by) on attendance.mark to circlekeeper_app;
