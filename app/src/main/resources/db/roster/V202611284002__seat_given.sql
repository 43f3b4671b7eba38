-- When each seat was given: the first thing that was written down about it. Seats of an import from before that was kept have none.
create view roster.seat_given_facts with (security_invoker = true) as
    select practice_id, membership_id, min(moved_at) as given_at
      from roster.membership_move
     group by practice_id, membership_id;
grant select on roster.seat_given_facts to circlekeeper_app;
