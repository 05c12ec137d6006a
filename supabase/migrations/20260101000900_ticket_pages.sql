/*
  What a page needs, in one call.
*/

-- A ticket with its thread and history, or null when there is none that the caller may see.
-- Not a definer: row level security decides what is in it, so notes and staff's events are simply not
-- there for customers, and `email` is null for them.
create function public.ticket_page(ticket_number integer) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'ticket', jsonb_build_object(
      'id', t.id,
      'number', t.number,
      'subject', t.subject,
      'status', t.status,
      'priority', t.priority,
      'category', jsonb_build_object('slug', c.slug, 'name', c.name),
      'created_at', t.created_at,
      'updated_at', t.updated_at,
      'solved_at', t.solved_at,
      'version', t.version,
      'requester', jsonb_strip_nulls(
        (private.person_card(t.requester_id) - 'role')
        || jsonb_build_object('email', private.email_for_staff(t.requester_id))
      ),
      'assignee', private.person_card(t.assignee_id) - 'role',
      'follow_up_of', (select o.number from public.tickets o where o.id = t.follow_up_of)
    ),
    'messages', coalesce(messages.list, '[]'::jsonb),
    'events', coalesce(events.list, '[]'::jsonb)
  )
  from public.tickets t
  join public.categories c on c.slug = t.category
  cross join lateral (
    select jsonb_agg(
      jsonb_build_object(
        'id', m.id,
        'kind', m.kind,
        'author', private.person_card(m.author_id),
        'body', m.body,
        'created_at', m.created_at,
        'attachments', coalesce(files.list, '[]'::jsonb)
      )
      order by m.created_at, m.id
    ) as list
    from public.ticket_messages m
    cross join lateral (
      select jsonb_agg(
        jsonb_build_object('id', a.id, 'name', a.name, 'content_type', a.content_type, 'size', a.size)
        order by a.created_at, a.id
      ) as list
      from public.ticket_attachments a
      where a.message_id = m.id
    ) as files
    where m.ticket_id = t.id
  ) as messages
  cross join lateral (
    select jsonb_agg(
      jsonb_build_object(
        'id', e.id,
        'kind', e.kind,
        'actor', private.person_card(e.actor_id),
        'before', case when e.kind = 'assignee' then private.person_card(e.before::uuid) ->> 'name' else e.before end,
        'after', case when e.kind = 'assignee' then private.person_card(e.after::uuid) ->> 'name' else e.after end,
        'created_at', e.created_at
      )
      order by e.created_at, e.id
    ) as list
    from public.ticket_events e
    where e.ticket_id = t.id
  ) as events
  where t.number = ticket_page.ticket_number
$$;

revoke execute on function public.ticket_page(integer) from public, anon, authenticated;
grant execute on function public.ticket_page(integer) to authenticated;

-- The tickets with a phrase in their subject or messages, or as their number. With a requester only what
-- that person may read: their tickets, without the notes.
-- In plpgsql, because it plans for the values at hand: few tickets of one customer, or an index over all.
create function private.tickets_with_words(phrase text, requester uuid) returns uuid[]
language plpgsql stable set search_path = '' as $$
declare
  wanted_number constant integer := case when phrase ~ '^#?[0-9]{1,9}$' then ltrim(phrase, '#') end;
begin
  return array(
    select t.id
    from public.tickets t
    where t.subject ilike '%' || regexp_replace(phrase, '([%_\\])', '\\\1', 'g') || '%'
      and (requester is null or t.requester_id = requester)
    union
    select m.ticket_id
    from public.ticket_messages m
    join public.tickets t on t.id = m.ticket_id
    where m.words @@ websearch_to_tsquery('english', phrase)
      and (requester is null or (t.requester_id = requester and m.kind = 'public'))
    union
    select t.id
    from public.tickets t
    where t.number = wanted_number
      and (requester is null or t.requester_id = requester)
  );
end
$$;

/*
  One page of tickets, `{ total, tickets }`. Customers get their own, whatever `view` says; for staff:
  mine (mine and not done), unassigned (not done), new, open, pending, on_hold, solved, all.
  sort: changed, created, oldest, priority. The dates are days of creation in the time zone of the caller.
  Anything unknown counts as not given. At most 100 tickets a page.

  The query is put together from the fixed pieces below and never from what the caller sent, so that
  each view can use its own index.
  Definer: row level security would keep Postgres from using the search indexes, hence the first
  condition.
*/
create function public.list_tickets(
  view text default 'mine',
  search text default null,
  status text default null,
  priority text default null,
  category text default null,
  from_date date default null,
  to_date date default null,
  sort text default 'changed',
  page integer default 1,
  page_size integer default 25
) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  person public.profiles := private.require_person();
  staff constant boolean := person.role in ('agent', 'admin');
  zone constant text := coalesce(person.time_zone, 'UTC');
  words constant text := nullif(btrim(left(list_tickets.search, 200)), '');
  rows_per_page constant integer := least(greatest(coalesce(page_size, 25), 1), 100);
  rows_before constant bigint := (greatest(coalesce(page, 1), 1) - 1)::bigint * rows_per_page;
  found_ids uuid[];
  condition text := 'true';
  ordering text;
  total integer;
  tickets jsonb;
begin
  if not staff then
    condition := 't.requester_id = $1';
  else
    condition := case view
      when 'unassigned' then 't.assignee_id is null and t.status not in (''solved'', ''closed'')'
      when 'new' then 't.status = ''new'''
      when 'open' then 't.status = ''open'''
      when 'pending' then 't.status = ''pending'''
      when 'on_hold' then 't.status = ''on_hold'''
      when 'solved' then 't.status = ''solved'''
      when 'all' then 'true'
      else 't.assignee_id = $1 and t.status not in (''solved'', ''closed'')'
    end;
  end if;

  if list_tickets.status in ('new', 'open', 'pending', 'on_hold', 'solved', 'closed') then
    condition := condition || ' and t.status = $2';
  end if;
  if list_tickets.priority in ('low', 'normal', 'high', 'urgent') then
    condition := condition || ' and t.priority = $3';
  end if;
  if exists (select 1 from public.categories c where c.slug = list_tickets.category) then
    condition := condition || ' and t.category = $4';
  end if;
  if from_date is not null then
    condition := condition || ' and t.created_at >= $5::timestamp at time zone $7';
  end if;
  if to_date is not null then
    condition := condition || ' and t.created_at < ($6 + 1)::timestamp at time zone $7';
  end if;
  if words is not null then
    found_ids := private.tickets_with_words(words, case when not staff then person.id end);
    condition := condition || ' and t.id = any ($8)';
  end if;

  ordering := case sort
    when 'created' then 't.created_at desc, t.number desc'
    when 'oldest' then 't.created_at, t.number'
    when 'priority' then
      'array_position(array[''urgent'', ''high'', ''normal'', ''low''], t.priority), t.updated_at desc, t.number desc'
    else 't.updated_at desc, t.number desc'
  end;

  execute format('select count(*) from public.tickets t where %s', condition)
  into total
  using person.id, list_tickets.status, list_tickets.priority, list_tickets.category,
    from_date, to_date, zone, found_ids;

  execute format(
    $query$
      with page as (
        select t.* from public.tickets t where %1$s order by %2$s limit $9 offset $10
      )
      select coalesce(jsonb_agg(
        jsonb_build_object(
          'number', t.number,
          'subject', t.subject,
          'status', t.status,
          'priority', t.priority,
          'category', jsonb_build_object('slug', c.slug, 'name', c.name),
          'requester', private.person_card(t.requester_id) - 'role',
          'assignee', private.person_card(t.assignee_id) - 'role',
          'created_at', t.created_at,
          'updated_at', t.updated_at,
          'last_message_at', t.last_message_at,
          'last_reply_by', t.last_reply_by
        )
        order by %2$s
      ), '[]')
      from page t
      join public.categories c on c.slug = t.category
    $query$,
    condition,
    ordering
  )
  into tickets
  using person.id, list_tickets.status, list_tickets.priority, list_tickets.category,
    from_date, to_date, zone, found_ids, rows_per_page, rows_before;

  return jsonb_build_object('total', total, 'tickets', tickets);
end
$$;

revoke execute on function public.list_tickets(text, text, text, text, text, date, date, text, integer, integer)
  from public, anon, authenticated;
grant execute on function public.list_tickets(text, text, text, text, text, date, date, text, integer, integer)
  to authenticated;
