/*
  Messages: what customers and staff write to each other, and the notes that staff keep for themselves.

  The opening message has the id of its ticket; every other message brings the id of the form that
  sent it, so sending a form twice leaves one message. Messages are never changed or removed.
*/

create table public.ticket_messages (
  id uuid primary key,
  ticket_id uuid not null references public.tickets (id),
  author_id uuid not null references public.profiles (id),
  kind text not null default 'public',
  body text not null,
  created_at timestamptz not null default now(),
  words tsvector generated always as (to_tsvector('english'::regconfig, body)) stored,

  constraint ticket_messages_kind_known check (kind in ('public', 'note')),
  constraint ticket_messages_opening_public check (id <> ticket_id or kind = 'public'),
  constraint ticket_messages_body_length check (char_length(body) <= 20000),
  constraint ticket_messages_body_not_blank check (body ~ '[^[:space:]\u00a0\u200b\ufeff]')
);

comment on column public.ticket_messages.kind is 'public: everybody on the ticket reads it. note: only staff do.';

create index ticket_messages_thread on public.ticket_messages (ticket_id, created_at);
create index ticket_messages_by_words on public.ticket_messages using gin (words) with (fastupdate = off);

alter table public.ticket_messages enable row level security;
revoke all on public.ticket_messages from anon, authenticated;

create policy "Customers can read the replies on their tickets, not the notes" on public.ticket_messages
  for select to authenticated using (
    kind = 'public'
    and exists (
      select 1 from public.tickets t where t.id = ticket_id and t.requester_id = (select auth.uid())
    )
  );

create policy "Staff can read every message" on public.ticket_messages
  for select to authenticated using ((select private.is_staff()));

grant select on public.ticket_messages to authenticated;
grant select, insert on public.ticket_messages to service_role;

create trigger append_only before update or delete on public.ticket_messages
  for each row execute function private.refuse_change();

-- A reply changes its ticket. A note leaves no trace there: customers see when a ticket changed.
create function private.touch_ticket() returns trigger
language plpgsql set search_path = '' as $$
begin
  update public.tickets t
  set
    updated_at = new.created_at,
    last_message_at = new.created_at,
    last_reply_by = case when new.author_id = t.requester_id then 'customer' else 'staff' end
  where t.id = new.ticket_id;
  return new;
end
$$;

create trigger touch_ticket after insert on public.ticket_messages
  for each row when (new.kind = 'public' and new.id <> new.ticket_id)
  execute function private.touch_ticket();
