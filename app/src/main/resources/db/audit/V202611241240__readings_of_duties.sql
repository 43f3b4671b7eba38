-- The page of the trail passes over what duties read for their plans, five rows in every round.
create index entry_but_readings on audit.entry (practice_id, seq) where not (kind = 'shown' and actor_kind = 'duty');
