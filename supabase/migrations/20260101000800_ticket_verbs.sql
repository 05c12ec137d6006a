/*
  What people do with a ticket. Each verb is one transaction, and the only way to write.

  All of them are definer functions, because nobody may write to the tables directly; each begins by
  asking who calls. A ticket that is somebody else's answers PT404 exactly as one that does not exist.
  All of them may be called twice: the second call finds the work done.
*/

-- The ticket, locked until the end of the transaction, if this person may see it. Raises PT404.
create function private.ticket_for(ticket_number integer, person public.profiles) returns public.tickets
language plpgsql set search_path = '' as $$
declare
  ticket public.tickets;
begin
  select * into ticket
  from public.tickets t
  where t.number = ticket_number
    and (t.requester_id = person.id or person.role in ('agent', 'admin'))
  for update;

  if not found then
    raise exception 'There is no such ticket.' using errcode = 'PT404';
  end if;
  return ticket;
end
$$;

-- Writes a message once. True when it is new; false when this person already sent it.
-- Raises PT404 when the id is that of any other message.
create function private.write_message(
  id uuid,
  ticket_id uuid,
  author_id uuid,
  kind text,
  body text
) returns boolean
language plpgsql set search_path = '' as $$
begin
  insert into public.ticket_messages (id, ticket_id, author_id, kind, body)
  values (write_message.id, write_message.ticket_id, write_message.author_id, write_message.kind, write_message.body)
  on conflict on constraint ticket_messages_pkey do nothing;

  if found then
    return true;
  end if;
  if not exists (
    select 1 from public.ticket_messages m
    where m.id = write_message.id
      and m.ticket_id = write_message.ticket_id
      and m.author_id = write_message.author_id
      and m.kind = write_message.kind
  ) then
    raise exception 'There is no such message.' using errcode = 'PT404';
  end if;
  return false;
end
$$;

-- Makes the ticket and its opening message once, and answers its number. Raises PT404 for a foreign id.
create function private.create_ticket(
  id uuid,
  requester_id uuid,
  subject text,
  description text,
  category text,
  priority text,
  follow_up_of uuid
) returns integer
language plpgsql set search_path = '' as $$
declare
  ticket_number integer;
begin
  insert into public.tickets as t (id, requester_id, subject, category, priority, follow_up_of)
  values (
    create_ticket.id,
    create_ticket.requester_id,
    create_ticket.subject,
    create_ticket.category,
    create_ticket.priority,
    create_ticket.follow_up_of
  )
  on conflict on constraint tickets_pkey do nothing
  returning t.number into ticket_number;

  if found then
    perform private.write_message(
      create_ticket.id, create_ticket.id, create_ticket.requester_id, 'public', create_ticket.description
    );
    return ticket_number;
  end if;

  select t.number into ticket_number
  from public.tickets t
  where t.id = create_ticket.id and t.requester_id = create_ticket.requester_id;

  if not found then
    raise exception 'There is no such ticket.' using errcode = 'PT404';
  end if;
  return ticket_number;
end
$$;


-- Customers

-- Opens a ticket for the caller and answers its number; again with the same id, the same number.
-- Raises 22023 (tickets_category_active, tickets_priority_known), 23514 with the name of the constraint,
-- PT404 when the id is somebody else's.
create function public.open_ticket(id uuid, subject text, description text, category text, priority text)
returns integer
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
  ticket_number integer;
begin
  select t.number into ticket_number
  from public.tickets t
  where t.id = open_ticket.id and t.requester_id = person.id;
  if found then
    return ticket_number;
  end if;

  if exists (select 1 from public.ticket_drafts d where d.id = open_ticket.id and d.owner_id <> person.id) then
    raise exception 'There is no such ticket.' using errcode = 'PT404';
  end if;
  if not exists (select 1 from public.categories c where c.slug = open_ticket.category and c.active) then
    raise exception 'tickets_category_active'
      using errcode = '22023', detail = 'category', hint = 'Choose a category from the list.';
  end if;
  if open_ticket.priority is null or open_ticket.priority not in ('low', 'normal', 'high', 'urgent') then
    raise exception 'tickets_priority_known'
      using errcode = '22023', detail = 'priority', hint = 'Choose a priority from the list.';
  end if;

  ticket_number := private.create_ticket(
    open_ticket.id,
    person.id,
    btrim(open_ticket.subject),
    open_ticket.description,
    open_ticket.category,
    open_ticket.priority,
    null
  );
  delete from public.ticket_drafts d where d.id = open_ticket.id and d.owner_id = person.id;
  return ticket_number;
end
$$;

revoke execute on function public.open_ticket(uuid, text, text, text, text) from public, anon, authenticated;
grant execute on function public.open_ticket(uuid, text, text, text, text) to authenticated;

-- A reply of the requester. Takes up a waiting or solved ticket again; after the reopen window it opens
-- a follow-up instead. Answers the number of the ticket that has the reply.
create function private.reply_as_requester(ticket public.tickets, id uuid, body text) returns integer
language plpgsql set search_path = '' as $$
declare
  follow_up_number integer;
begin
  if private.is_closed(ticket) then
    follow_up_number := private.create_ticket(
      reply_as_requester.id,
      ticket.requester_id,
      ticket.subject,
      reply_as_requester.body,
      ticket.category,
      ticket.priority,
      ticket.id
    );
    insert into public.ticket_events (ticket_id, kind, actor_id, after)
    values (ticket.id, 'follow_up', ticket.requester_id, follow_up_number::text);
    return follow_up_number;
  end if;

  perform private.write_message(
    reply_as_requester.id, ticket.id, ticket.requester_id, 'public', reply_as_requester.body
  );
  if ticket.status in ('pending', 'on_hold', 'solved') then
    update public.tickets t set status = 'open' where t.id = ticket.id;
  end if;
  return ticket.number;
end
$$;

-- A reply of staff. The ticket then waits for the customer unless another status is given, and belongs to
-- whoever answers if it was nobody's.
create function private.reply_as_staff(
  ticket public.tickets,
  id uuid,
  body text,
  next_status text,
  author_id uuid
) returns integer
language plpgsql set search_path = '' as $$
begin
  if private.is_closed(ticket) then
    raise exception 'This ticket is closed.'
      using errcode = 'PT409', hint = 'Only its requester can continue it, in a follow-up.';
  end if;

  perform private.write_message(
    reply_as_staff.id, ticket.id, reply_as_staff.author_id, 'public', reply_as_staff.body
  );
  update public.tickets t
  set
    status = coalesce(reply_as_staff.next_status, 'pending'),
    assignee_id = coalesce(t.assignee_id, reply_as_staff.author_id)
  where t.id = ticket.id;
  return ticket.number;
end
$$;

-- Answers the number of the ticket that has the reply: another one when a follow-up was opened. A requester's reply
-- to a merged ticket is one to the ticket that goes on with it; to a follow-up of that one, when it is closed too.
-- Where a stranger's ticket goes on, a follow-up of one's own is opened, and staff find its number at both.
-- `next_status` (open, pending, on_hold, solved) counts for staff only.
-- Raises PT404, PT409 (staff, closed ticket), 22023 tickets_next_status, 23514 with the name of the constraint.
create function public.reply_to_ticket(
  ticket_number integer,
  id uuid,
  body text,
  next_status text default null
) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
  ticket public.tickets := private.ticket_for(
    coalesce(private.own_ticket_after_merges(ticket_number, person.id), ticket_number), person
  );
  sent_to integer;
begin
  select t.number into sent_to
  from public.ticket_messages m
  join public.tickets t on t.id = m.ticket_id
  where m.id = reply_to_ticket.id and m.author_id = person.id and m.kind = 'public';
  if found then
    return sent_to;
  end if;

  if ticket.requester_id = person.id then
    sent_to := private.reply_as_requester(ticket, reply_to_ticket.id, reply_to_ticket.body);
    if ticket.merged_into is not null then
      insert into public.ticket_events (ticket_id, kind, actor_id, after, staff_only)
      values (ticket.merged_into, 'follow_up', person.id, sent_to::text, true);
    end if;
    return sent_to;
  end if;

  if next_status not in ('open', 'pending', 'on_hold', 'solved') then
    raise exception 'tickets_next_status'
      using errcode = '22023', detail = 'next_status', hint = 'Choose a status from the list.';
  end if;
  return private.reply_as_staff(ticket, reply_to_ticket.id, reply_to_ticket.body, next_status, person.id);
end
$$;

revoke execute on function public.reply_to_ticket(integer, uuid, text, text) from public, anon, authenticated;
grant execute on function public.reply_to_ticket(integer, uuid, text, text) to authenticated;

-- The requester needs no more help. The ticket is solved, and can be reopened for a week.
create function public.close_ticket(ticket_number integer) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
  ticket public.tickets := private.ticket_for(ticket_number, person);
begin
  if ticket.requester_id <> person.id then
    raise exception 'Only its requester can close this ticket.' using errcode = 'PT403';
  end if;
  if ticket.status not in ('solved', 'closed') then
    update public.tickets t set status = 'solved' where t.id = ticket.id;
  end if;
end
$$;

revoke execute on function public.close_ticket(integer) from public, anon, authenticated;
grant execute on function public.close_ticket(integer) to authenticated;

-- Raises PT409 when the reopen window is over: then a reply opens a follow-up.
create function public.reopen_ticket(ticket_number integer) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
  ticket public.tickets := private.ticket_for(ticket_number, person);
begin
  if ticket.requester_id <> person.id then
    raise exception 'Only its requester can reopen this ticket.' using errcode = 'PT403';
  end if;
  if private.is_closed(ticket) then
    raise exception 'This ticket is closed.'
      using errcode = 'PT409', hint = 'Reply to it to open a follow-up.';
  end if;
  if ticket.status = 'solved' then
    update public.tickets t set status = 'open' where t.id = ticket.id;
  end if;
end
$$;

revoke execute on function public.reopen_ticket(integer) from public, anon, authenticated;
grant execute on function public.reopen_ticket(integer) to authenticated;


-- Staff

-- A note that only staff read. It changes nothing else, so that customers cannot even notice it.
create function public.add_internal_note(ticket_number integer, id uuid, body text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
  ticket public.tickets := private.ticket_for(ticket_number, person);
begin
  perform private.write_message(
    add_internal_note.id, ticket.id, person.id, 'note', add_internal_note.body
  );
end
$$;

revoke execute on function public.add_internal_note(integer, uuid, text) from public, anon, authenticated;
grant execute on function public.add_internal_note(integer, uuid, text) to authenticated;

-- Raises PT409 when somebody else was faster or the ticket is closed.
create function public.take_ticket(ticket_number integer) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
  ticket public.tickets := private.ticket_for(ticket_number, person);
begin
  if ticket.assignee_id = person.id then
    return;
  end if;
  if ticket.assignee_id is not null then
    raise exception '% already took this ticket.', private.person_card(ticket.assignee_id) ->> 'name'
      using errcode = 'PT409';
  end if;
  if private.is_closed(ticket) then
    raise exception 'This ticket is closed.' using errcode = 'PT409';
  end if;

  update public.tickets t
  set assignee_id = person.id, status = case when t.status = 'new' then 'open' else t.status end
  where t.id = ticket.id;
end
$$;

revoke execute on function public.take_ticket(integer) from public, anon, authenticated;
grant execute on function public.take_ticket(integer) to authenticated;

-- Back to the queue. Agents release their own tickets, admins any. Raises PT409 otherwise.
create function public.release_ticket(ticket_number integer) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
  ticket public.tickets := private.ticket_for(ticket_number, person);
begin
  if ticket.assignee_id is null then
    return;
  end if;
  if ticket.assignee_id <> person.id and person.role <> 'admin' then
    raise exception 'This ticket belongs to %.', private.person_card(ticket.assignee_id) ->> 'name'
      using errcode = 'PT409';
  end if;

  update public.tickets t set assignee_id = null where t.id = ticket.id;
end
$$;

revoke execute on function public.release_ticket(integer) from public, anon, authenticated;
grant execute on function public.release_ticket(integer) to authenticated;


-- The portal itself

-- Closes what was solved longer ago than the reopen window; answers how many. The verbs above look at the
-- time themselves, so nothing depends on when this runs.
create function public.close_solved_tickets() returns integer
language plpgsql set search_path = '' as $$
declare
  closed integer;
begin
  update public.tickets t
  set status = 'closed'
  where t.status = 'solved' and private.is_closed(t);
  get diagnostics closed = row_count;
  return closed;
end
$$;

revoke execute on function public.close_solved_tickets() from public, anon, authenticated;
grant execute on function public.close_solved_tickets() to service_role;
