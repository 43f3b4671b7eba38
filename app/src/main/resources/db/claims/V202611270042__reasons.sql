-- A reason passes the rules that stood when it was given, at the payer of then, and no others; who gave it is known by
-- their id: two people may share a name, and one may change theirs.
alter table claims.claim add column denial_codes text[] not null default '{}';
alter table claims.claim add column denial_payer uuid;
alter table claims.claim add column denial_person uuid;

alter table claims.claim no force row level security;
alter table claims.claim_finding no force row level security;
update claims.claim k
   set denial_payer = k.payer_id,
       denial_codes = coalesce((select array_agg(f.code order by f.ordinal)
                                  from claims.claim_finding f
                                 where f.practice_id = k.practice_id
                                   and f.claim_id = k.id
                                   and f.weight = 'HOLDS'), '{}')
 where k.denial_reason is not null;
alter table claims.claim_finding force row level security;
alter table claims.claim force row level security;
