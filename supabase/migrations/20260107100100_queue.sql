/*
  The agents' queue: which tickets wait for the team, since when, and one call for its page.
*/

-- Since when

alter table public.tickets add column waiting_since timestamptz;
comment on column public.tickets.waiting_since is
  'Since when the ticket waits for the team: its opening, its return from a pause, or the last reply of staff that left it open. Null while it waits for somebody else or is done.';

-- What a customer adds while they wait does not send them to the end of the queue.
create function private.note_waiting() returns trigger
language plpgsql set search_path = '' as $$
begin
  if new.status not in ('new', 'open') then
    new.waiting_since := null;
  elsif tg_op = 'INSERT' then
    new.waiting_since := coalesce(new.waiting_since, new.created_at);
  elsif old.status not in ('new', 'open') then
    new.waiting_since := new.updated_at;
  elsif new.last_reply_by = 'staff' and new.last_message_at > old.last_message_at then
    new.waiting_since := new.last_message_at;
  end if;
  return new;
end
$$;

-- After guard_ticket, which sets updated_at: triggers run in the order of their names.
create trigger note_waiting before insert or update on public.tickets
  for each row execute function private.note_waiting();

-- Tickets that were there before: from the first message of the requester that staff have not answered.
-- Without the triggers, since nothing about the ticket changes.
alter table public.tickets disable trigger user;
update public.tickets t
set waiting_since = coalesce(
  (
    select min(m.created_at)
    from public.ticket_messages m
    where m.ticket_id = t.id
      and m.kind = 'public'
      and m.author_id = t.requester_id
      and m.created_at > coalesce(
        (
          select max(a.created_at)
          from public.ticket_messages a
          where a.ticket_id = t.id and a.kind = 'public' and a.author_id <> t.requester_id
        ),
        '-infinity'
      )
  ),
  t.last_message_at
)
where t.status in ('new', 'open');
alter table public.tickets enable trigger user;

create index tickets_by_wait on public.tickets (waiting_since, updated_at desc, number desc);
create index tickets_undone_of_assignee on public.tickets (assignee_id, waiting_since)
  where status not in ('solved', 'closed');
create index tickets_by_solution on public.tickets (solved_at) where solved_at is not null;


-- Views

-- What a view of the queue has, as a condition on `t`: $1 is the person, $2 the start of their day.
create function private.queue_view(view text) returns text
language sql immutable set search_path = '' as $$
  select case view
    when 'mine' then 't.assignee_id = $1 and t.status not in (''solved'', ''closed'')'
    when 'unassigned' then 't.assignee_id is null and t.status not in (''solved'', ''closed'')'
    when 'new' then 't.status = ''new'''
    when 'waiting' then 't.waiting_since is not null'
    when 'pending' then 't.status = ''pending'''
    when 'on_hold' then 't.status = ''on_hold'''
    when 'solved_today' then 't.solved_at >= $2'
    else 'true'
  end
$$;

-- How many tickets each view has, counted up to 1,000: beyond that a menu says "999+".
create function private.queue_counts(person_id uuid, today timestamptz) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  views constant text[] :=
    array['mine', 'unassigned', 'new', 'waiting', 'pending', 'on_hold', 'solved_today', 'all'];
  view text;
  counted integer;
  counts jsonb := '{}';
begin
  foreach view in array views loop
    execute format(
      'select count(*) from (select from public.tickets t where %s limit 1000) as listed', private.queue_view(view)
    )
    into counted
    using person_id, today;
    counts := counts || jsonb_build_object(view, counted);
  end loop;
  return counts;
end
$$;


-- Search

-- The tickets that a phrase finds, as for `tickets_with_words`, and those whose requester has it in their
-- name or address.
create function private.tickets_for_desk(phrase text) returns uuid[]
language plpgsql stable set search_path = '' as $$
declare
  pattern constant text := '%' || regexp_replace(phrase, '([%_\\])', '\\\1', 'g') || '%';
  people constant uuid[] := array(
    select p.id from public.profiles p where p.name ilike pattern
    union
    select u.id from auth.users u where u.email ilike pattern
  );
begin
  return private.tickets_with_words(phrase, null)
    || array(select t.id from public.tickets t where t.requester_id = any (people));
end
$$;


-- The page

-- Which tickets the filters leave, as a condition on `t`. Put together from fixed pieces and never from what
-- the caller sent, so that each view can use its own index; the values are parameters: $1 and $2 as for
-- private.queue_view, $3 status, $4 priority, $5 category, $6 assignee, $7 from, $8 to, $9 zone, $10 tag,
-- $11 ids found by words.
create function private.queue_condition(
  view text,
  status text,
  priority text,
  category text,
  assignee text,
  tag text,
  from_date date,
  to_date date,
  words text
) returns text
language sql stable set search_path = '' as $$
  select concat_ws(
    ' and ',
    private.queue_view(view),
    case when queue_condition.status is not null then 't.status = $3' end,
    case when queue_condition.priority is not null then 't.priority = $4' end,
    case when queue_condition.category is not null then 't.category = $5' end,
    case
      when queue_condition.assignee = 'nobody' then 't.assignee_id is null'
      when queue_condition.assignee is not null then 't.assignee_id = $6'
    end,
    case when from_date is not null then 't.created_at >= $7::timestamp at time zone $9' end,
    case when to_date is not null then 't.created_at < ($8 + 1)::timestamp at time zone $9' end,
    case
      when queue_condition.tag is not null
        then 'exists (select from public.ticket_tags k where k.ticket_id = t.id and k.tag = $10)'
    end,
    case when words is not null then 't.id = any ($11)' end
  )
$$;

-- Tickets as the queue shows them, in the order of their ids in the list.
create function private.queue_lines(ids uuid[]) returns jsonb
language sql stable set search_path = '' as $$
  select coalesce(jsonb_agg(
    jsonb_build_object(
      'number', t.number,
      'version', t.version,
      'subject', t.subject,
      'status', t.status,
      'priority', t.priority,
      'category', c.name,
      'requester', jsonb_build_object('id', requester.id, 'name', requester.name),
      'assignee', private.person_card(t.assignee_id) - 'role',
      'tags', private.tags_of(t.id),
      'waiting_since', t.waiting_since,
      'last_reply', reply.card
    )
    order by listed.place
  ), '[]')
  from unnest(ids) with ordinality as listed (id, place)
  join public.tickets t on t.id = listed.id
  join public.categories c on c.slug = t.category
  join public.profiles requester on requester.id = t.requester_id
  left join lateral (
    select jsonb_build_object('by', private.person_card(m.author_id) - 'role', 'at', m.created_at) as card
    from public.ticket_messages m
    where m.ticket_id = t.id and m.kind = 'public' and m.id <> t.id
    order by m.created_at desc
    limit 1
  ) as reply on true
$$;

/*
  A page of the queue, for staff: `{ total, tickets, counts, team, categories, tags, macros,
  saved_views }`.
  view: mine, unassigned, new, waiting, pending, on_hold, solved_today, all (also for anything unknown).
  assignee: the id of a person or 'nobody'. The dates are days of creation in the time zone of the caller.
  sort: waiting (what waits longest first), changed, newest, oldest, priority. At most 100 tickets a page.

  Definer: row level security would keep Postgres from using the search indexes.
*/
create function public.queue_page(
  view text default 'all',
  search text default null,
  status text default null,
  priority text default null,
  category text default null,
  assignee text default null,
  tag text default null,
  from_date date default null,
  to_date date default null,
  sort text default 'waiting',
  page integer default 1,
  page_size integer default 25
) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  person public.profiles := private.require_staff();
  zone constant text := coalesce(person.time_zone, private.portal_zone());
  today constant timestamptz := date_trunc('day', now() at time zone zone) at time zone zone;
  words constant text := nullif(btrim(left(queue_page.search, 200)), '');
  assignee_id constant uuid := case when queue_page.assignee <> 'nobody' then queue_page.assignee end;
  rows_per_page constant integer := least(greatest(coalesce(page_size, 25), 1), 100);
  rows_before constant bigint := (greatest(coalesce(page, 1), 1) - 1)::bigint * rows_per_page;
  condition constant text := private.queue_condition(
    queue_page.view, queue_page.status, queue_page.priority, queue_page.category, queue_page.assignee,
    queue_page.tag, from_date, to_date, words
  );
  ordering constant text := case sort
    when 'changed' then 't.updated_at desc, t.number desc'
    when 'newest' then 't.created_at desc, t.number desc'
    when 'oldest' then 't.created_at, t.number'
    when 'priority' then
      'array_position(array[''urgent'', ''high'', ''normal'', ''low''], t.priority), t.waiting_since, t.updated_at desc, t.number desc'
    else 't.waiting_since, t.updated_at desc, t.number desc'
  end;
  found_ids constant uuid[] := case when words is not null then private.tickets_for_desk(words) end;
  total integer;
  page_ids uuid[];
begin
  execute format('select count(*) from public.tickets t where %s', condition)
  into total
  using person.id, today, queue_page.status, queue_page.priority, queue_page.category, assignee_id,
    from_date, to_date, zone, queue_page.tag, found_ids;

  execute format(
    'select array(select t.id from public.tickets t where %s order by %s limit $12 offset $13)', condition, ordering
  )
  into page_ids
  using person.id, today, queue_page.status, queue_page.priority, queue_page.category, assignee_id,
    from_date, to_date, zone, queue_page.tag, found_ids, rows_per_page, rows_before;

  return jsonb_build_object(
    'total', total,
    'tickets', private.queue_lines(page_ids),
    'counts', private.queue_counts(person.id, today),
    'team', (
      select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id)
      from public.profiles p
      where p.role <> 'customer'
    ),
    'categories', (
      select jsonb_agg(jsonb_build_object('slug', c.slug, 'name', c.name) order by c.position, c.slug)
      from public.categories c
    ),
    'tags', (select coalesce(jsonb_agg(k.name order by k.name), '[]') from public.tags k),
    'macros', (
      select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by m.position, m.name), '[]')
      from public.macros m
      where m.active
    ),
    'saved_views', (
      select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'name', v.name, 'query', v.query) order by v.name), '[]')
      from public.saved_views v
      where v.owner_id = person.id
    )
  );
end
$$;

revoke execute on function public.queue_page(text, text, text, text, text, text, text, date, date, text, integer, integer)
  from public, anon, authenticated;
grant execute on function public.queue_page(text, text, text, text, text, text, text, date, date, text, integer, integer)
  to authenticated;
