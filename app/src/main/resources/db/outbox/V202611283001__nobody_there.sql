-- Why a letter was refused is kept as far as others act on it: nobody is at its address, which no later letter changes.
alter table outbox.letter
    add column nobody_there boolean not null default false,
    add check (status = 'REFUSED' or not nobody_there);

create or replace view outbox.letter_facts with (security_invoker = true) as
    select practice_id, kind, target, key, status, put_at, settled_at, trouble, nobody_there from outbox.letter;
