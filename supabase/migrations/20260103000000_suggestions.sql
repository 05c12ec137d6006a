/*
  Suggestions before a ticket is sent: what was shown, and whether it solved the matter.

  One row for each ticket that got as far as that page, by the id of its draft, so the choice counts once
  however often the form is sent. Nothing here says who it was.
*/

create table public.deflections (
  ticket_id uuid primary key,
  outcome text not null,
  shown jsonb not null,
  created_at timestamptz not null default now(),

  constraint deflections_outcome_known check (outcome in ('confirmed', 'submitted')),
  constraint deflections_shown_list check (jsonb_typeof(shown) = 'array' and jsonb_array_length(shown) <= 20),
  constraint deflections_shown_size check (pg_column_size(shown) <= 8192)
);

comment on column public.deflections.ticket_id is 'The draft, and the ticket if it became one; no foreign key, since a draft that is solved is gone.';
comment on column public.deflections.outcome is 'confirmed: "This solved it". submitted: "Send my ticket".';
comment on column public.deflections.shown is 'What stood on the page, best first: [{ path, revision }]. Empty when nothing fitted.';

create index deflections_by_time on public.deflections (created_at);

alter table public.deflections enable row level security;
revoke all on public.deflections from anon, authenticated;

create policy "Staff can see what suggestions came to" on public.deflections
  for select to authenticated using ((select private.is_staff()));

grant select on public.deflections to authenticated;
grant select, insert, update, delete on public.deflections to service_role;

-- "Send my ticket": opens it and notes what had been shown, both or neither. Answers its number. Who sends it
-- after all was not helped, hence the update. Raises as open_ticket does.
-- Definer: nobody may write to deflections directly.
create function public.send_ticket(
  id uuid,
  subject text,
  description text,
  category text,
  priority text,
  shown jsonb
) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  ticket_number integer := public.open_ticket(
    send_ticket.id, send_ticket.subject, send_ticket.description, send_ticket.category, send_ticket.priority
  );
begin
  insert into public.deflections (ticket_id, outcome, shown)
  values (send_ticket.id, 'submitted', send_ticket.shown)
  on conflict on constraint deflections_pkey do update set outcome = excluded.outcome;
  return ticket_number;
end
$$;

revoke execute on function public.send_ticket(uuid, text, text, text, text, jsonb) from public, anon, authenticated;
grant execute on function public.send_ticket(uuid, text, text, text, text, jsonb) to authenticated;

-- "This solved it": notes the choice and discards the draft, both or neither. True when the draft was there.
-- Definer: as above.
create function public.solve_draft(draft_id uuid, shown jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
begin
  delete from public.ticket_drafts d where d.id = draft_id and d.owner_id = person.id;
  if not found then
    return false;
  end if;
  insert into public.deflections (ticket_id, outcome, shown)
  values (draft_id, 'confirmed', solve_draft.shown)
  on conflict on constraint deflections_pkey do nothing;
  return true;
end
$$;

revoke execute on function public.solve_draft(uuid, jsonb) from public, anon, authenticated;
grant execute on function public.solve_draft(uuid, jsonb) to authenticated;

-- The caller's own tickets whose subject is like this one, best first, three at most:
-- [{ number, subject, status }]. Staff get their own tickets too, never their customers'.
create function public.similar_tickets(subject text) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(
    jsonb_agg(
      jsonb_build_object('number', found.number, 'subject', found.subject, 'status', found.status)
      order by found.likeness desc, found.number desc
    ),
    '[]'
  )
  from (
    select t.number, t.subject, t.status, extensions.similarity(t.subject, left(similar_tickets.subject, 200)) as likeness
    from public.tickets t
    where t.requester_id = (select auth.uid())
      and extensions.similarity(t.subject, left(similar_tickets.subject, 200)) >= 0.35
    order by likeness desc, t.number desc
    limit 3
  ) as found
$$;

revoke execute on function public.similar_tickets(text) from public, anon, authenticated;
grant execute on function public.similar_tickets(text) to authenticated;
