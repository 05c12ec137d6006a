/*
  Two tickets about one thing, and one ticket about two things.

  A merge is a link, not a status: the merged ticket is closed and names the one that goes on. Messages stay where
  they were written. A split copies a message into a ticket of its own. Both are told to the requesters.
*/

alter table public.tickets add column merged_into uuid references public.tickets (id);
alter table public.tickets add column split_from uuid references public.tickets (id);
alter table public.tickets add constraint tickets_merged_is_closed check (merged_into is null or status = 'closed');
alter table public.tickets add constraint tickets_merged_into_another check (merged_into <> id);

create index tickets_merged on public.tickets (merged_into) where merged_into is not null;
create index tickets_split on public.tickets (split_from) where split_from is not null;

comment on column public.tickets.merged_into is 'The ticket that goes on with it. Never one that is merged itself at that moment: no circles.';

/*
  Closes a ticket in favour of another one, with a public message on each; `message` and `into_message` are
  what their requesters read. The link stands in both histories, for customers only where both tickets are theirs.
  Called again with the same message_id, it does nothing.
  Raises PT404 for either ticket; PT409 for itself, and where one of them is closed (or merged) already.
*/
create function public.merge_tickets(
  ticket_number integer,
  into_number integer,
  message_id uuid,
  message text,
  into_message_id uuid,
  into_message text
) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
  merged public.tickets;
  target public.tickets;
  foreign_pair boolean;
begin
  if ticket_number = into_number then
    raise exception 'A ticket cannot be merged into itself.' using errcode = 'PT409';
  end if;
  -- In the order of their numbers, so that two merges in opposite directions wait and never lock each other.
  if ticket_number < into_number then
    merged := private.ticket_for(ticket_number, person);
    target := private.ticket_for(into_number, person);
  else
    target := private.ticket_for(into_number, person);
    merged := private.ticket_for(ticket_number, person);
  end if;

  if merged.merged_into = target.id and private.is_sent(merged.id, message_id, person.id) then
    return;
  end if;
  if private.is_closed(target) then
    raise exception 'Ticket % is closed.', target.number using errcode = 'PT409';
  end if;
  if private.is_closed(merged) then
    raise exception 'Ticket % is closed.', merged.number using errcode = 'PT409';
  end if;

  perform private.write_message(merge_tickets.message_id, merged.id, person.id, 'public', merge_tickets.message);
  perform private.write_message(into_message_id, target.id, person.id, 'public', into_message);
  update public.tickets t set status = 'closed', merged_into = target.id where t.id = merged.id;

  foreign_pair := merged.requester_id <> target.requester_id;
  insert into public.ticket_events (ticket_id, kind, actor_id, after, staff_only)
  values
    (merged.id, 'merged', person.id, target.number::text, foreign_pair),
    (target.id, 'merged_from', person.id, merged.number::text, foreign_pair);
end
$$;

revoke execute on function public.merge_tickets(integer, integer, uuid, text, uuid, text)
  from public, anon, authenticated;
grant execute on function public.merge_tickets(integer, integer, uuid, text, uuid, text) to authenticated;

-- The ticket that goes on with one's own: itself, or the last one of the same requester that it was merged into, one
-- after the other. Null for somebody else's ticket.
create function private.own_ticket_after_merges(ticket_number integer, person_id uuid) returns integer
language sql stable set search_path = '' as $$
  with recursive own as (
    select t.number, t.merged_into, 0 as step
    from public.tickets t
    where t.number = ticket_number and t.requester_id = person_id
    union all
    select t.number, t.merged_into, own.step + 1
    from own
    join public.tickets t on t.id = own.merged_into and t.requester_id = person_id
  )
  select own.number from own order by own.step desc limit 1
$$;

-- The text of a reply of the requester that can be split off. Raises PT404 for any other message.
create function private.message_to_split(ticket public.tickets, message_id uuid) returns text
language plpgsql stable set search_path = '' as $$
declare
  words text;
begin
  select m.body into words
  from public.ticket_messages m
  where m.id = message_to_split.message_id
    and m.ticket_id = ticket.id
    and m.id <> ticket.id
    and m.kind = 'public'
    and m.author_id = ticket.requester_id;
  if not found then
    raise exception 'There is no such message.' using errcode = 'PT404';
  end if;
  return words;
end
$$;

/*
  Makes a ticket of its own of a message that the requester wrote; answers its number, and the same one when called
  again with the same id. The message stays where it is, with its files; the copies that
  announce_split_files told of and that have arrived belong to the requester, as the originals do.
  Raises PT404 for a message that is none of the requester's replies on that ticket, 23514 with the name of the
  constraint of the subject.
*/
create function public.split_ticket(ticket_number integer, message_id uuid, id uuid, subject text) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
  ticket public.tickets := private.ticket_for(ticket_number, person);
  made integer;
begin
  select t.number into made from public.tickets t where t.id = split_ticket.id and t.split_from = ticket.id;
  if found then
    return made;
  end if;

  made := private.create_ticket(
    split_ticket.id, ticket.requester_id, btrim(split_ticket.subject),
    private.message_to_split(ticket, split_ticket.message_id), ticket.category, ticket.priority, null
  );
  update public.tickets t set split_from = ticket.id where t.id = split_ticket.id;
  update public.ticket_attachments a
  set message_id = split_ticket.id, uploaded_by = ticket.requester_id
  where a.message_key = split_ticket.id
    and a.uploaded_by = person.id
    and a.message_id is null
    and exists (
      select 1 from storage.objects o
      where o.bucket_id = 'ticket-attachments' and o.name = a.object_name
    );
  insert into public.ticket_events (ticket_id, kind, actor_id, after)
  values
    (ticket.id, 'split', person.id, made::text),
    (split_ticket.id, 'split_from', person.id, ticket.number::text);
  return made;
end
$$;

revoke execute on function public.split_ticket(integer, uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.split_ticket(integer, uuid, uuid, text) to authenticated;
