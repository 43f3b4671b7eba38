-- An e-mail may carry what opens a member's pages. While it waits it lies here sealed with a key of the home; once it is
-- settled nothing of it stays. One that was put here before waits as it is. What is urgent goes before all else. What has
-- left though its sender could not be told is tried again, and that something broke is counted: both have a limit.
alter table outbox.letter
    add column sealed  boolean not null default false,
    add column passing boolean not null default false,
    add column urgent  boolean not null default false,
    add column untold  boolean not null default false,
    add column breaks  integer not null default 0,
    add check (passing or not sealed),
    add check (status = 'SENT' or not untold);
create index on outbox.letter (practice_id, settled_at) where untold;

alter table outbox.letter no force row level security;
update outbox.letter
   set passing = true,
       payload = case when status = 'WAITING' then payload else '' end
 where kind in ('e-mail', 'neutral-e-mail');
alter table outbox.letter force row level security;
