-- An appointment is moved, too: who, when, why, and how it stood before. Several that were made as one carry one act,
-- with sessions that were changed by it.
alter table scheduling.appointment_move
    add column act_id           uuid,
    add column what             text not null default '',
    add column was_status       text,
    add column was_reason       text,
    add column was_service_date date,
    add column was_starts_at    timestamptz,
    add column was_ends_at      timestamptz,
    add column was_leader_id    uuid,
    add column was_room_id      uuid,
    add column was_link         text,
    add column was_place        text;
alter table scheduling.appointment_move no force row level security;
update scheduling.appointment_move set act_id = id;
alter table scheduling.appointment_move force row level security;
alter table scheduling.appointment_move alter column act_id set not null;
create index on scheduling.appointment_move (practice_id, act_id);
