-- A yes belongs to the proposal it was given to: it lapses when that one goes away undone. What waited for longer than a
-- round before today was refused or gone.
alter table assistant.approval add column lapsed_at timestamptz;
alter table assistant.approval no force row level security;
update assistant.approval set lapsed_at = at where used_at is null;
alter table assistant.approval force row level security;
create index on assistant.approval (practice_id, duty) where used_at is null and lapsed_at is null;

-- What is open is looked for on every page and in every round, among all that was ever asked.
create index entry_asked on assistant.entry (practice_id, duty, key, generation) where kind in ('asked', 'proposed');
