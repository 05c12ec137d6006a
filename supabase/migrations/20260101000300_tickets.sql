/*
  Tickets.

  The key is a uuid that the form carries: sending the same form twice makes one ticket, and the uuid is
  also the id of its draft, of its opening message and the folder of its files. The number is for people.

  Nobody writes to this table directly; the functions in ticket_verbs do. What they may do to the status
  is decided here, so that every later verb obeys it too.
*/

create table public.tickets (
  id uuid primary key,
  number integer not null generated always as identity (start with 1001),
  subject text not null,
  status text not null default 'new',
  priority text not null default 'normal',
  category text not null references public.categories (slug) on update cascade,
  requester_id uuid not null references public.profiles (id),
  assignee_id uuid references public.profiles (id),
  source text not null default 'form',
  follow_up_of uuid references public.tickets (id),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  solved_at timestamptz,
  last_message_at timestamptz not null default now(),
  last_reply_by text,

  constraint tickets_number_unique unique (number),
  constraint tickets_subject_length check (char_length(subject) <= 150),
  constraint tickets_subject_not_blank check (subject ~ '[^[:space:]\u00a0\u200b\ufeff]'),
  constraint tickets_subject_one_line check (subject !~ '[[:cntrl:]]'),
  constraint tickets_status_known
    check (status in ('new', 'open', 'pending', 'on_hold', 'solved', 'closed')),
  constraint tickets_priority_known check (priority in ('low', 'normal', 'high', 'urgent')),
  constraint tickets_source_known check (source in ('form', 'chat')),
  constraint tickets_last_reply_by_known check (last_reply_by in ('customer', 'staff')),
  constraint tickets_solved_at_set check ((status in ('solved', 'closed')) = (solved_at is not null))
);

comment on column public.tickets.status is 'new, open: active. pending (for the customer), on_hold (for others): paused. solved, closed: done.';
comment on column public.tickets.version is 'Grows with every change; a form that carries an older one is out of date.';
comment on column public.tickets.last_reply_by is 'Who wrote last; null until somebody replied to the opening message.';

create index tickets_by_change on public.tickets (updated_at desc, number desc);
create index tickets_by_creation on public.tickets (created_at desc, number desc);
create index tickets_of_requester on public.tickets (requester_id, updated_at desc);
create index tickets_of_assignee on public.tickets (assignee_id, updated_at desc);
create index tickets_by_status on public.tickets (status, updated_at desc);
create index tickets_by_category on public.tickets (category);
create index tickets_follow_ups on public.tickets (follow_up_of) where follow_up_of is not null;
-- Without the list of pending entries, which every search would have to read until the next vacuum.
create index tickets_by_words_of_subject on public.tickets
  using gin (subject extensions.gin_trgm_ops) with (fastupdate = off);

alter table public.tickets enable row level security;
revoke all on public.tickets from anon, authenticated;

create policy "Customers can see their own tickets" on public.tickets
  for select to authenticated using (requester_id = (select auth.uid()));

create policy "Staff can see every ticket" on public.tickets
  for select to authenticated using ((select private.is_staff()));

grant select on public.tickets to authenticated;
grant select, insert, update on public.tickets to service_role;


-- The status machine

-- How long a solved ticket can be taken up again. After that it counts as closed.
create function private.reopen_window() returns interval
language sql immutable set search_path = '' as $$
  select interval '7 days'
$$;

create function private.is_closed(ticket public.tickets) returns boolean
language sql stable set search_path = '' as $$
  select ticket.status = 'closed'
    or (ticket.status = 'solved' and ticket.solved_at < now() - private.reopen_window())
$$;

-- service_role may change tickets too, and its changes pass the guard below.
grant execute on function private.reopen_window(), private.is_closed(public.tickets) to service_role;

-- A closed ticket stays closed, and no ticket becomes new again. Everything else is a move that people
-- make every day. An update that changes no column is still a new version (a change of tags), and no news for
-- customers.
create function private.guard_ticket() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.status <> old.status then
    if new.status = 'new' or (private.is_closed(old) and new.status <> 'closed') then
      raise exception 'tickets_status_transition'
        using errcode = '23514', detail = format('%s to %s', old.status, new.status);
    end if;
    if new.status not in ('solved', 'closed') then
      new.solved_at := null;
    elsif old.solved_at is null then
      new.solved_at := now();
    end if;
  end if;

  if new is distinct from old and new.updated_at = old.updated_at then
    new.updated_at := now();
  end if;
  new.version := old.version + 1;
  return new;
end
$$;

create trigger guard_ticket before update on public.tickets
  for each row execute function private.guard_ticket();

-- Tickets of somebody who leaves the team go back to the queue.
create function private.release_tickets() returns trigger
language plpgsql set search_path = '' as $$
begin
  update public.tickets t
  set assignee_id = null
  where t.assignee_id = new.id and t.status not in ('solved', 'closed');
  return new;
end
$$;

create trigger release_tickets after update of role on public.profiles
  for each row when (old.role <> 'customer' and new.role = 'customer')
  execute function private.release_tickets();
