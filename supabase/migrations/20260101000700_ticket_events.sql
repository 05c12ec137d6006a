/*
  The history of a ticket: what changed, from what to what, when and by whom.

  Triggers write it, so no way of changing a ticket can forget it. `actor_id` is null for what the
  portal did by itself. Nothing is ever changed or removed.
*/

create table public.ticket_events (
  id bigint primary key generated always as identity,
  ticket_id uuid not null references public.tickets (id),
  kind text not null,
  actor_id uuid references public.profiles (id),
  before text,
  after text,
  staff_only boolean not null default false,
  created_at timestamptz not null default now(),

  constraint ticket_events_kind_known
    check (kind in ('opened', 'status', 'priority', 'category', 'assignee', 'follow_up'))
);

comment on column public.ticket_events.after is 'The new value: a status, a priority, a category, the id of the assignee, the number of the follow-up.';

create index ticket_events_of_ticket on public.ticket_events (ticket_id, id);

alter table public.ticket_events enable row level security;
revoke all on public.ticket_events from anon, authenticated;

create policy "Customers can see the public history of their tickets" on public.ticket_events
  for select to authenticated using (
    not staff_only
    and exists (
      select 1 from public.tickets t where t.id = ticket_id and t.requester_id = (select auth.uid())
    )
  );

create policy "Staff can see the whole history" on public.ticket_events
  for select to authenticated using ((select private.is_staff()));

grant select on public.ticket_events to authenticated;
grant select, insert on public.ticket_events to service_role;

create trigger append_only before update or delete on public.ticket_events
  for each row execute function private.refuse_change();

create function private.record_opening() returns trigger
language plpgsql set search_path = '' as $$
begin
  insert into public.ticket_events (ticket_id, kind, actor_id, after, created_at)
  values (new.id, 'opened', new.requester_id, 'new', new.created_at);
  return new;
end
$$;

create trigger record_opening after insert on public.tickets
  for each row execute function private.record_opening();

-- Who is assigned is the team's own business, hence staff_only.
create function private.record_change() returns trigger
language plpgsql set search_path = '' as $$
begin
  insert into public.ticket_events (ticket_id, kind, actor_id, before, after, staff_only, created_at)
  select new.id, change.kind, (select auth.uid()), change.before, change.after, change.staff_only, new.updated_at
  from (
    values
      ('assignee', old.assignee_id::text, new.assignee_id::text, true),
      ('category', old.category, new.category, false),
      ('priority', old.priority, new.priority, false),
      ('status', old.status, new.status, false)
  ) as change (kind, before, after, staff_only)
  where change.before is distinct from change.after;
  return new;
end
$$;

create trigger record_change after update on public.tickets
  for each row execute function private.record_change();
