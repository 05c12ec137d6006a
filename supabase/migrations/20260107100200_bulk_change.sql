/*
  One change for many tickets of the queue.
*/

-- Whether a ticket already is as a change of bulk_change wants it: a form that is sent twice finds its work done.
create function private.is_so_already(
  ticket public.tickets,
  person_id uuid,
  status text,
  priority text,
  assignee text,
  add_tag text,
  remove_tag text,
  message_id uuid
) returns boolean
language sql stable set search_path = '' as $$
  select case
    when is_so_already.status is not null then ticket.status = is_so_already.status
    when is_so_already.priority is not null then ticket.priority = is_so_already.priority
    when is_so_already.assignee is not null
      then ticket.assignee_id is not distinct from private.chosen_assignee(ticket, person_id, is_so_already.assignee)
    when is_so_already.add_tag is not null
      then is_so_already.add_tag = any (private.tags_of(ticket.id))
    when is_so_already.remove_tag is not null
      then is_so_already.remove_tag <> all (private.tags_of(ticket.id))
    else private.is_sent(ticket.id, is_so_already.message_id, person_id)
  end
$$;

-- Why bulk_change leaves a ticket alone: closed, changed (since it was seen), tags (it has 20); null when it does not.
create function private.why_not(ticket public.tickets, seen integer, add_tag text) returns text
language sql stable set search_path = '' as $$
  select case
    when private.is_closed(ticket) then 'closed'
    when ticket.version <> seen then 'changed'
    when why_not.add_tag is not null and cardinality(private.tags_of(ticket.id)) >= 20 then 'tags'
  end
$$;

/*
  Makes one change to up to 100 tickets: exactly one of the arguments after `versions` says which. `versions` are
  those that the person saw, ticket by ticket. Answers `{ changed: [number], refused: [{ number, reason }] }`, with
  the reasons missing, closed, changed and tags; the tickets that can be changed are.
  status: open, pending, on_hold, solved or closed. assignee: 'me', 'nobody' or the id of somebody on the team.
  add_tag: one that the team has. macro_id: its reply is sent once for each `key`, however often this is called.
  Raises 22023 (bulk_change_count, bulk_change_one, tickets_next_status, tickets_priority_known,
  tickets_assignee_staff, ticket_tags_known), PT404 for a macro that is not there.
*/
create function public.bulk_change(
  numbers integer[],
  versions integer[],
  status text default null,
  priority text default null,
  assignee text default null,
  add_tag text default null,
  remove_tag text default null,
  macro_id uuid default null,
  key uuid default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
  ticket public.tickets;
  asked record;
  message_id uuid;
  reason text;
  changed integer[] := '{}';
  refused jsonb := '[]';
begin
  perform private.check_bulk_change(
    numbers, versions, bulk_change.status, bulk_change.priority, bulk_change.assignee, bulk_change.add_tag,
    bulk_change.remove_tag, bulk_change.macro_id, key
  );

  -- In one order, so that two of these never wait for each other.
  for asked in
    select one.number, min(one.version) as version
    from unnest(numbers, versions) as one (number, version)
    group by one.number
    order by one.number
  loop
    select * into ticket from public.tickets t where t.number = asked.number for update;
    message_id := md5(key::text || ' ' || asked.number)::uuid;
    if not found then
      reason := 'missing';
    elsif private.is_so_already(
      ticket, person.id, bulk_change.status, bulk_change.priority, bulk_change.assignee, bulk_change.add_tag,
      bulk_change.remove_tag, message_id
    ) then
      reason := null;
    else
      reason := private.why_not(ticket, asked.version, bulk_change.add_tag);
      if reason is null then
        perform private.change_one(
          ticket, bulk_change.status, bulk_change.priority, bulk_change.assignee, bulk_change.add_tag,
          bulk_change.remove_tag, bulk_change.macro_id, message_id
        );
      end if;
    end if;

    if reason is null then
      changed := changed || asked.number;
    else
      refused := refused || jsonb_build_object('number', asked.number, 'reason', reason);
    end if;
  end loop;

  return jsonb_build_object('changed', to_jsonb(changed), 'refused', refused);
end
$$;

revoke execute on function public.bulk_change(integer[], integer[], text, text, text, text, text, uuid, uuid)
  from public, anon, authenticated;
grant execute on function public.bulk_change(integer[], integer[], text, text, text, text, text, uuid, uuid)
  to authenticated;

-- What is wrong with the question itself, whatever the tickets are like. Raises 22023, PT404.
create function private.check_bulk_change(
  numbers integer[],
  versions integer[],
  status text,
  priority text,
  assignee text,
  add_tag text,
  remove_tag text,
  macro_id uuid,
  key uuid
) returns void
language plpgsql stable set search_path = '' as $$
begin
  if coalesce(cardinality(numbers), 0) not between 1 and 100
    or cardinality(numbers) is distinct from cardinality(versions)
    or array_position(numbers, null) is not null
    or array_position(versions, null) is not null
  then
    raise exception 'bulk_change_count'
      using errcode = '22023', detail = 'numbers', hint = 'Change 1 to 100 tickets at once.';
  end if;
  if num_nonnulls(status, priority, assignee, add_tag, remove_tag, macro_id) <> 1
    or (macro_id is null) <> (key is null)
  then
    raise exception 'bulk_change_one' using errcode = '22023', hint = 'Make one change at a time.';
  end if;
  if status not in ('open', 'pending', 'on_hold', 'solved', 'closed') then
    raise exception 'tickets_next_status'
      using errcode = '22023', detail = 'status', hint = 'Choose a status from the list.';
  end if;
  if priority not in ('low', 'normal', 'high', 'urgent') then
    raise exception 'tickets_priority_known'
      using errcode = '22023', detail = 'priority', hint = 'Choose a priority from the list.';
  end if;
  if add_tag is not null and not exists (select from public.tags k where k.name = add_tag) then
    raise exception 'ticket_tags_known'
      using errcode = '22023', detail = 'add_tag', hint = 'Choose a tag from the list.';
  end if;
  if macro_id is not null then
    perform private.macro_for(macro_id, null);
  end if;
end
$$;

-- The change itself. Nothing but this closes a ticket before its time.
create function private.change_one(
  ticket public.tickets,
  status text,
  priority text,
  assignee text,
  add_tag text,
  remove_tag text,
  macro_id uuid,
  message_id uuid
) returns void
language plpgsql set search_path = '' as $$
begin
  if change_one.macro_id is not null then
    perform public.run_macro(ticket.number, change_one.macro_id, change_one.message_id);
  elsif change_one.status = 'closed' then
    update public.tickets t set status = 'closed' where t.id = ticket.id;
  else
    perform public.update_ticket(
      ticket_number => ticket.number,
      status => change_one.status,
      priority => change_one.priority,
      assignee => coalesce(change_one.assignee, 'keep'),
      tags => case
        when change_one.add_tag is not null then private.tags_of(ticket.id) || change_one.add_tag
        when change_one.remove_tag is not null then array_remove(private.tags_of(ticket.id), change_one.remove_tag)
      end
    );
  end if;
end
$$;
