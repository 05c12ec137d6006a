/*
  What the desk does with a ticket besides writing: its fields, its tags, macros.

  All of it are definer functions, because nobody may write to the tables directly; each begins by asking
  who calls, and locks the ticket. A form carries the version it was made from: when the ticket has another
  one by now, PT409 says so, with the present version in `detail`, and nothing is changed.
*/

-- Raises PT409, with the present version, when `seen` is not null and another one.
create function private.require_version(ticket public.tickets, seen integer) returns void
language plpgsql set search_path = '' as $$
begin
  if seen is not null and seen <> ticket.version then
    raise exception 'This ticket has changed since you opened it.'
      using errcode = 'PT409', detail = ticket.version::text;
  end if;
end
$$;

create function private.require_not_closed(ticket public.tickets) returns void
language plpgsql set search_path = '' as $$
begin
  if private.is_closed(ticket) then
    raise exception 'This ticket is closed.'
      using errcode = 'PT409', hint = 'Only its requester can continue it, in a follow-up.';
  end if;
end
$$;

-- Whom 'keep', 'me', 'nobody' or the id of somebody on the team means. Raises 22023.
create function private.chosen_assignee(ticket public.tickets, person_id uuid, assignee text) returns uuid
language plpgsql set search_path = '' as $$
declare
  chosen uuid;
begin
  case coalesce(assignee, 'keep')
    when 'keep' then return ticket.assignee_id;
    when 'me' then return person_id;
    when 'nobody' then return null;
    else null;
  end case;

  select p.id into chosen
  from public.profiles p
  where p.id::text = assignee and p.role in ('agent', 'admin') and p.deleted_at is null;
  if not found then
    raise exception 'tickets_assignee_staff'
      using errcode = '22023', detail = 'assignee', hint = 'Choose somebody from the team.';
  end if;
  return chosen;
end
$$;

-- As people type them: without stray spaces, in lower case, each once, in alphabetical order.
create function private.plain_tags(tags text[]) returns text[]
language sql immutable set search_path = '' as $$
  select coalesce(array_agg(distinct plain.name order by plain.name), '{}')
  from unnest(tags) as typed (name)
  cross join lateral (
    select lower(btrim(regexp_replace(typed.name, '[[:space:]]+', ' ', 'g'))) as name
  ) as plain
  where plain.name <> ''
$$;

create function private.tags_of(ticket_id uuid) returns text[]
language sql stable set search_path = '' as $$
  select coalesce(array_agg(k.tag order by k.tag), '{}')
  from public.ticket_tags k
  where k.ticket_id = tags_of.ticket_id
$$;

-- Gives a ticket exactly these tags, and makes those that do not exist. A new version when that changes any.
-- Raises 22023 ticket_tags_count, 23514 with the name of the constraint.
create function private.tag_ticket(ticket public.tickets, person_id uuid, tags text[]) returns void
language plpgsql set search_path = '' as $$
declare
  before constant text[] := private.tags_of(ticket.id);
  wanted constant text[] := private.plain_tags(tags);
begin
  if wanted = before then
    return;
  end if;
  if cardinality(wanted) > 20 then
    raise exception 'ticket_tags_count'
      using errcode = '22023', detail = 'tags', hint = 'Use at most 20 tags.';
  end if;

  insert into public.tags (name) select unnest(wanted) on conflict do nothing;
  delete from public.ticket_tags k where k.ticket_id = ticket.id and k.tag <> all (wanted);
  insert into public.ticket_tags (ticket_id, tag) select ticket.id, unnest(wanted) on conflict do nothing;
  insert into public.ticket_events (ticket_id, kind, actor_id, before, after, staff_only)
  values (ticket.id, 'tags', person_id, array_to_string(before, ', '), array_to_string(wanted, ', '), true);
  update public.tickets t set version = t.version where t.id = ticket.id;
end
$$;

/*
  Changes what is given and leaves what is null; answers the new version.
  status: open, pending, on_hold or solved (or the one it has). assignee: 'keep', 'me', 'nobody' or the id of
  somebody on the team; a new ticket that gets an assignee is open. tags: all that it shall have; those that
  do not exist are made. version: null means whatever it is by now.
  Raises PT404; PT409 with the present version for another version, and for a closed ticket;
  22023 (status, priority, category, assignee, tags in `detail`), 23514 for a tag that is none.
*/
create function public.update_ticket(
  ticket_number integer,
  version integer default null,
  status text default null,
  priority text default null,
  category text default null,
  assignee text default 'keep',
  tags text[] default null
) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
  ticket public.tickets := private.ticket_for(ticket_number, person);
  chosen uuid;
  new_version integer;
begin
  perform private.require_version(ticket, update_ticket.version);
  perform private.require_not_closed(ticket);
  chosen := private.chosen_assignee(ticket, person.id, update_ticket.assignee);

  if update_ticket.status not in (ticket.status, 'open', 'pending', 'on_hold', 'solved') then
    raise exception 'tickets_next_status'
      using errcode = '22023', detail = 'status', hint = 'Choose a status from the list.';
  end if;
  if update_ticket.priority not in ('low', 'normal', 'high', 'urgent') then
    raise exception 'tickets_priority_known'
      using errcode = '22023', detail = 'priority', hint = 'Choose a priority from the list.';
  end if;
  if update_ticket.category <> ticket.category and not exists (
    select 1 from public.categories c where c.slug = update_ticket.category and c.active
  ) then
    raise exception 'tickets_category_active'
      using errcode = '22023', detail = 'category', hint = 'Choose a category from the list.';
  end if;

  if update_ticket.tags is not null then
    perform private.tag_ticket(ticket, person.id, update_ticket.tags);
  end if;
  perform private.change_fields(ticket, update_ticket.status, update_ticket.priority, update_ticket.category, chosen);
  select t.version into new_version from public.tickets t where t.id = ticket.id;
  return new_version;
end
$$;

revoke execute on function public.update_ticket(integer, integer, text, text, text, text, text[])
  from public, anon, authenticated;
grant execute on function public.update_ticket(integer, integer, text, text, text, text, text[]) to authenticated;

-- One update, and none when nothing changes: a version is worth a change.
create function private.change_fields(
  ticket public.tickets,
  status text,
  priority text,
  category text,
  assignee_id uuid
) returns void
language sql set search_path = '' as $$
  with wanted as (
    select
      case
        when coalesce(change_fields.status, ticket.status) = 'new' and change_fields.assignee_id is not null then 'open'
        else coalesce(change_fields.status, ticket.status)
      end as status,
      coalesce(change_fields.priority, ticket.priority) as priority,
      coalesce(change_fields.category, ticket.category) as category,
      change_fields.assignee_id as assignee_id
  )
  update public.tickets t
  set status = w.status, priority = w.priority, category = w.category, assignee_id = w.assignee_id
  from wanted w
  where t.id = ticket.id
    and (t.status, t.priority, t.category, t.assignee_id)
      is distinct from (w.status, w.priority, w.category, w.assignee_id)
$$;


-- Macros

/*
  A text with its variables filled in: {{requester.name}}, {{requester.first_name}}, {{ticket.number}},
  {{ticket.subject}}, {{agent.name}}, {{agent.first_name}}. What is no variable stays as it stands; what was
  filled in is not looked at again. app/features/tickets/macros/macro.ts says the same, for drafts and for forms.
*/
create function private.fill_in(template text, ticket public.tickets, agent_name text) returns text
language sql stable set search_path = '' as $$
  with named as (
    select jsonb_build_object(
      'requester.name', r.name,
      'requester.first_name', split_part(btrim(r.name), ' ', 1),
      'ticket.number', ticket.number,
      'ticket.subject', ticket.subject,
      'agent.name', agent_name,
      'agent.first_name', split_part(btrim(agent_name), ' ', 1)
    ) as values
    from public.profiles r
    where r.id = ticket.requester_id
  )
  select coalesce(
    string_agg(
      coalesce(named.values ->> substring(part.piece from '^\{\{ *([a-z_.]+) *\}\}$'), part.piece),
      '' order by part.place
    ),
    ''
  )
  from named
  cross join lateral (
    select found.pieces[1] as piece, found.place
    from regexp_matches(template, '(\{\{ *[a-z_.]+ *\}\}|[^{]+|\{)', 'g') with ordinality as found (pieces, place)
  ) as part
$$;

/*
  All that a macro does, in one transaction. The reply is `body`, or the macro's own with its variables filled in
  when `body` is null; no reply is sent when that is empty. A reply without a status of its own waits for the
  customer, and takes a ticket that is nobody's unless the macro says otherwise.
*/
create function private.apply_macro(
  ticket public.tickets,
  macro public.macros,
  person public.profiles,
  message_id uuid,
  body text,
  next_status text
) returns void
language plpgsql set search_path = '' as $$
declare
  answer constant text := coalesce(apply_macro.body, private.fill_in(macro.reply, ticket, person.name));
  answers constant boolean := answer ~ '[^[:space:]\u00a0\u200b\ufeff]';
begin
  if answers then
    perform private.write_message(message_id, ticket.id, person.id, 'public', answer);
  end if;
  perform private.tag_ticket(ticket, person.id, private.tags_of(ticket.id) || array(
    select known.name from public.tags known where known.name = any (macro.add_tags)
  ));
  perform private.change_fields(
    ticket,
    coalesce(apply_macro.next_status, macro.next_status, case when answers then 'pending' end),
    macro.priority,
    null,
    case
      when answers and macro.assign = 'keep' then coalesce(ticket.assignee_id, person.id)
      else private.chosen_assignee(ticket, person.id, macro.assign)
    end
  );
  insert into public.ticket_events (ticket_id, kind, actor_id, after, staff_only)
  values (ticket.id, 'macro', person.id, macro.name, true);
end
$$;

-- Applies a macro as it stands to a ticket, whatever has happened to it; for many tickets at once, call it for
-- each. Called again with the same message_id, it finds a reply sent and does nothing.
-- Raises PT404 for a ticket or macro that is not there (any more), PT409 for a closed ticket.
create function public.run_macro(ticket_number integer, macro_id uuid, message_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
  ticket public.tickets := private.ticket_for(ticket_number, person);
  macro public.macros := private.macro_for(macro_id, null);
begin
  if not private.is_sent(ticket.id, run_macro.message_id, person.id) then
    perform private.require_not_closed(ticket);
    perform private.apply_macro(ticket, macro, person, run_macro.message_id, null, null);
  end if;
end
$$;

revoke execute on function public.run_macro(integer, uuid, uuid) from public, anon, authenticated;
grant execute on function public.run_macro(integer, uuid, uuid) to authenticated;

-- Raises PT404, and PT409 with the present version when somebody has changed it since.
create function private.macro_for(macro_id uuid, seen integer) returns public.macros
language plpgsql stable set search_path = '' as $$
declare
  macro public.macros;
begin
  select * into macro from public.macros m where m.id = macro_id and m.active;
  if not found then
    raise exception 'There is no such macro.' using errcode = 'PT404';
  end if;
  if seen is not null and seen <> macro.version then
    raise exception 'The macro "%" has changed since you chose it.', macro.name
      using errcode = 'PT409', detail = macro.version::text;
  end if;
  return macro;
end
$$;

create function private.is_sent(ticket_id uuid, message_id uuid, author_id uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select 1 from public.ticket_messages m
    where m.id = is_sent.message_id and m.ticket_id = is_sent.ticket_id
      and m.author_id = is_sent.author_id and m.kind = 'public'
  )
$$;

/*
  A reply of the desk, with what goes with it. `last_seen` is the last public message that its writer had read:
  when there is a newer one by somebody else, PT409 with its id in `detail`, and nothing is sent; null sends
  whatever happened. With a macro, all that it does besides its reply happens too; `macro_version` is the one
  that was shown. Called again with the same id, it does nothing.
  next_status: open, pending, on_hold or solved; null means the macro's, or pending.
  Raises PT404, PT409 (closed, news, another version of the macro), 22023 tickets_next_status, 23514.
*/
create function public.answer_ticket(
  ticket_number integer,
  id uuid,
  body text,
  next_status text default null,
  last_seen uuid default null,
  macro_id uuid default null,
  macro_version integer default null
) returns void
language plpgsql security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
  ticket public.tickets := private.ticket_for(ticket_number, person);
begin
  if private.is_sent(ticket.id, answer_ticket.id, person.id) then
    return;
  end if;
  perform private.require_not_closed(ticket);
  if answer_ticket.next_status not in ('open', 'pending', 'on_hold', 'solved') then
    raise exception 'tickets_next_status'
      using errcode = '22023', detail = 'next_status', hint = 'Choose a status from the list.';
  end if;
  perform private.require_read(ticket, person.id, answer_ticket.last_seen);

  if answer_ticket.macro_id is null then
    perform private.reply_as_staff(
      ticket, answer_ticket.id, answer_ticket.body, answer_ticket.next_status, person.id
    );
  else
    perform private.apply_macro(
      ticket, private.macro_for(answer_ticket.macro_id, answer_ticket.macro_version), person,
      answer_ticket.id, coalesce(answer_ticket.body, ''), answer_ticket.next_status
    );
  end if;
end
$$;

revoke execute on function public.answer_ticket(integer, uuid, text, text, uuid, uuid, integer)
  from public, anon, authenticated;
grant execute on function public.answer_ticket(integer, uuid, text, text, uuid, uuid, integer) to authenticated;

-- Raises PT409, with the id of the newest message, when somebody else wrote after the one that was seen. The
-- ticket is locked, and every message locks it: nothing can come in between.
create function private.require_read(ticket public.tickets, person_id uuid, last_seen uuid) returns void
language plpgsql stable set search_path = '' as $$
declare
  newest public.ticket_messages;
begin
  if last_seen is null then
    return;
  end if;
  select m.* into newest
  from public.ticket_messages m
  join public.ticket_messages seen on seen.id = last_seen and seen.ticket_id = ticket.id
  where m.ticket_id = ticket.id
    and m.kind = 'public'
    and m.author_id <> person_id
    and (m.created_at, m.id) > (seen.created_at, seen.id)
  order by m.created_at desc, m.id desc
  limit 1;

  if found then
    raise exception '% has written since you opened this ticket.',
      private.person_card(newest.author_id) ->> 'name'
      using errcode = 'PT409', detail = newest.id::text;
  end if;
end
$$;
